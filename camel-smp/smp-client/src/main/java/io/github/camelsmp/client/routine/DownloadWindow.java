package io.github.camelsmp.client.routine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which pieces of a file are asked for and which have come (protocol.md 13.3). A piece is as long as the answers of the
 * device are; what has come out of order waits, so that the file is handed on from its beginning to its end. It asks
 * nothing itself.
 */
final class DownloadWindow {

    /** Pieces that may wait for an earlier one, for each one that may be in flight. */
    private static final int WAITING_PIECES = 4;

    private final WindowSize size;
    private final List<Piece> inFlight = new ArrayList<>();
    private final TreeSet<Piece> missing = new TreeSet<>();
    private final TreeMap<Long, ByteBuffer> waiting = new TreeMap<>();
    private long pieceLength;
    private long length;
    private long next;
    private long delivered;

    /** @param pieceLength how much the device sends at once, more than 0 */
    DownloadWindow(WindowSize size, long length, long pieceLength) {
        this.size = size;
        this.length = length;
        this.pieceLength = pieceLength;
    }

    /** The bytes from {@code start} to before {@code end}. */
    record Piece(long start, long end) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            return Long.compare(start, other.start);
        }
    }

    /** Says how many requests the device can have outstanding. */
    void allow(int outstanding) {
        size.allow(outstanding);
    }

    /** How many pieces may be asked for at a time. */
    int size() {
        return size.get();
    }

    /** Bytes of the whole file. */
    long length() {
        return length;
    }

    /** The offset up to which the file was handed on. */
    long delivered() {
        return delivered;
    }

    /** Whether one more piece may be asked for, and there is one. */
    boolean isOpen() {
        long furthest = delivered + WAITING_PIECES * size.get() * pieceLength;
        boolean wanted = !missing.isEmpty() || next < Math.min(length, furthest);
        return wanted && inFlight.size() < size.get();
    }

    /** Notes that a piece is asked for, and says which. */
    Piece ask() {
        Piece piece = missing.pollFirst();
        if (piece == null) {
            piece = new Piece(next, Math.min(length, next + pieceLength));
            next = piece.end;
        }
        inFlight.add(piece);
        return piece;
    }

    /**
     * A piece has come, whole or in part.
     *
     * @return pieces asked for before it, which will not come any more, because servers answer in order
     */
    List<Piece> came(Piece piece, byte[] data) {
        List<Piece> upToPiece = inFlight.subList(0, inFlight.indexOf(piece) + 1);
        List<Piece> overtaken = List.copyOf(upToPiece.subList(0, upToPiece.size() - 1));
        upToPiece.clear();
        missing.addAll(overtaken);
        if (overtaken.isEmpty()) {
            size.goodAnswer();
        } else {
            size.loss();
        }
        keep(piece, data);
        return overtaken;
    }

    private void keep(Piece piece, byte[] data) {
        if (data.length == 0) {
            end(piece.start);
            return;
        }
        long wanted = piece.end - piece.start;
        if (data.length < wanted) {
            pieceLength = data.length;
            missing.add(new Piece(piece.start + data.length, piece.end));
        }
        waiting.put(piece.start, ByteBuffer.wrap(data, 0, (int) Math.min(wanted, data.length)));
    }

    /** The file has become shorter than the device said. */
    private void end(long offset) {
        length = Math.min(length, offset);
        missing.removeIf(piece -> piece.start >= length);
        waiting.tailMap(length).clear();
    }

    /** A piece will not come; it is asked for again. */
    void lost(Piece piece) {
        if (inFlight.remove(piece)) {
            missing.add(piece);
        }
    }

    /** The device had no memory to answer with; the piece is asked for again. */
    void refused(Piece piece) {
        lost(piece);
        size.refusal();
    }

    /** A piece is asked for once more; the oldest one speaks for all behind it. */
    void askedAgain(Piece piece) {
        if (inFlight.indexOf(piece) == 0) {
            size.loss();
        }
    }

    /** The next bytes of the file, if they are here. */
    Optional<ByteBuffer> take() {
        ByteBuffer bytes = waiting.remove(delivered);
        if (bytes == null) {
            return Optional.empty();
        }
        delivered += bytes.remaining();
        return Optional.of(bytes);
    }
}
