package io.github.camelsmp.client.routine;

import java.util.ArrayList;
import java.util.List;

/**
 * Congestion control of an upload: go-back-N by offsets (protocol.md 13.3). It knows which chunks are in flight and how
 * many may be, and says what an answer means; it sends nothing.
 *
 * <p>Servers execute requests in the order they arrive and answer each with the offset they expect next. So a chunk
 * lost makes all chunks behind it be answered with the same offset: the first such answer is the gap, the others are
 * its echo.
 */
final class UploadWindow {

    private final WindowSize size;
    private final List<Chunk> inFlight = new ArrayList<>();
    private long base;
    private long next;
    private int era;

    UploadWindow(WindowSize size) {
        this.size = size;
    }

    /** Bytes from {@code start} to before {@code end} of the file, sent once. */
    static final class Chunk {
        private final long start;
        private final long end;
        private final int era;

        private Chunk(long start, long end, int era) {
            this.start = start;
            this.end = end;
            this.era = era;
        }

        long start() {
            return start;
        }

        long end() {
            return end;
        }
    }

    /** What an answer says about the upload. */
    enum Meaning {
        /** The chunk was taken. */
        TAKEN,
        /** The echo of a gap that was seen before; nothing to do. */
        ECHO,
        /** The server wants another offset than it was sent; sending goes on from there. */
        GAP,
        /** The server has forgotten the upload. */
        STATE_LOST
    }

    /**
     * @param meaning of the answer
     * @param overtaken chunks sent before the answered one whose own answers need not be waited for any more
     */
    record Verdict(Meaning meaning, List<Chunk> overtaken) {}

    /** Says how many requests the device can have outstanding. */
    void allow(int outstanding) {
        size.allow(outstanding);
    }

    /** Starts over at an offset with nothing in flight. */
    void restart(long offset) {
        inFlight.clear();
        base = offset;
        next = offset;
        era++;
    }

    /** Whether one more chunk may be sent. */
    boolean isOpen() {
        return inFlight.size() < size.get();
    }

    /** How many chunks may be in flight. */
    int size() {
        return size.get();
    }

    /** The offset up to which the server has taken the file. */
    long base() {
        return base;
    }

    /** The offset the next chunk starts at. */
    long next() {
        return next;
    }

    /** Chunks in flight, the oldest first. */
    List<Chunk> inFlight() {
        return List.copyOf(inFlight);
    }

    /** Notes that the bytes from {@link #next} to before {@code end} are sent. */
    Chunk sent(long end) {
        Chunk chunk = new Chunk(next, end, era);
        inFlight.add(chunk);
        next = end;
        return chunk;
    }

    /** An answer to a chunk in flight: the server expects {@code offset} next. */
    Verdict answered(Chunk chunk, long offset) {
        List<Chunk> overtaken = overtake(chunk);
        return new Verdict(judge(chunk, offset), overtaken);
    }

    private List<Chunk> overtake(Chunk chunk) {
        List<Chunk> upToChunk = inFlight.subList(0, inFlight.indexOf(chunk) + 1);
        List<Chunk> overtaken = List.copyOf(upToChunk.subList(0, upToChunk.size() - 1));
        upToChunk.clear();
        return overtaken;
    }

    private Meaning judge(Chunk chunk, long offset) {
        if (offset == 0 && base > 0) {
            return Meaning.STATE_LOST;
        }
        if (offset >= chunk.end) {
            advance(offset);
            size.goodAnswer();
            return Meaning.TAKEN;
        }
        if (chunk.era != era) {
            advance(offset);
            return Meaning.ECHO;
        }
        if (offset < chunk.start) {
            size.loss();
        }
        base = offset;
        goBack();
        return Meaning.GAP;
    }

    private void advance(long offset) {
        base = Math.max(base, offset);
        next = Math.max(next, base);
    }

    /**
     * A chunk in flight came to nothing. Sending goes on from {@link #base}.
     *
     * @return false for the echo of a loss that was reacted to before
     */
    boolean lost(Chunk chunk) {
        boolean news = isNews(chunk);
        if (news) {
            size.loss();
            goBack();
        }
        return news;
    }

    /**
     * The server had no memory for a chunk in flight. Sending goes on from {@link #base}.
     *
     * @return false for the echo of a loss that was reacted to before
     */
    boolean refused(Chunk chunk) {
        boolean news = isNews(chunk);
        if (news) {
            size.refusal();
            goBack();
        }
        return news;
    }

    private boolean isNews(Chunk chunk) {
        inFlight.remove(chunk);
        return chunk.era == era;
    }

    /** A chunk in flight was not answered in time and is sent once more; the oldest one speaks for all behind it. */
    void retransmitted(Chunk chunk) {
        if (inFlight.indexOf(chunk) == 0) {
            size.loss();
        }
    }

    private void goBack() {
        next = base;
        era++;
    }
}
