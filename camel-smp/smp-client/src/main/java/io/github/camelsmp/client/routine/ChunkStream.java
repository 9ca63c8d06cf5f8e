package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.UploadWindow.Chunk;
import io.github.camelsmp.client.routine.UploadWindow.Verdict;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The chunks of an upload: as many in flight as the window allows, from where the device stands. Nothing follows a chunk
 * of a size that was never answered, because the device may have no room for it.
 *
 * @param <R> the answer to a chunk
 */
final class ChunkStream<R> {

    private static final long NOWHERE = -1;

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private final ChunkSource<R> source;
    private final TransferTally tally;
    private final UploadCourse course;
    private final UploadWindow window;
    private final LossProbe probe;
    private final RetransmissionTimer timer;
    private final AwaitedAnswers<Chunk> inFlight = new AwaitedAnswers<>();
    private int provenMessage;
    private boolean lastChunkSent;
    private boolean held;
    private boolean oneAtATime;
    private long gapAt = NOWHERE;
    private long aloneAt = NOWHERE;
    private boolean wentAhead;

    ChunkStream(LoopRoutine<?> routine, ChunkSource<R> source, TransferTally tally, UploadCourse course) {
        this.routine = routine;
        this.channel = routine.channel;
        this.source = source;
        this.tally = tally;
        this.course = course;
        this.window = new UploadWindow(source.window(channel));
        this.probe = new LossProbe(routine);
        this.timer = RetransmissionTimer.upTo(channel.options().requestTimeout());
    }

    /** The offset up to which the device has the upload. */
    long taken() {
        return window.base();
    }

    /**
     * Starts over at an offset.
     *
     * @param message bytes of the largest message that the device answered in this upload, 0 if there was none
     */
    void restart(long offset, int message) {
        drop();
        window.restart(offset);
        provenMessage = message;
        gapAt = NOWHERE;
        aloneAt = NOWHERE;
        lastChunkSent = false;
        held = false;
    }

    /** The chunk ahead of them, which had to wait for the flash to be erased, was answered after so long. */
    void firstAnswered(Duration roundTrip) {
        timer.hardWorkAnswered(roundTrip);
    }

    /** Whether a chunk was ever sent before the one ahead of it was answered. */
    boolean wentAhead() {
        return wentAhead;
    }

    /** From now on each chunk waits for the answer to the one ahead of it. */
    void oneAtATime() {
        oneAtATime = true;
    }

    /** Sends nothing until {@link #goOn}. */
    void hold() {
        held = true;
    }

    /** Sends again. */
    void goOn() {
        held = false;
        fill();
    }

    /** Forgets what is in flight. */
    void drop() {
        inFlight.forgetAll();
    }

    /** Sends what the window allows. */
    void fill() {
        window.allow(source.largestWindow(channel, channel.largestMessage()));
        while (!held && !routine.isOver() && isMoreWanted() && window.isOpen() && mayFollow()) {
            wentAhead |= !inFlight.isEmpty();
            send();
        }
        course.filled(window.size(), inFlight.size());
    }

    /** An empty upload is one empty chunk. */
    private boolean isMoreWanted() {
        return window.next() < source.length() || source.length() == 0 && inFlight.isEmpty();
    }

    private boolean mayFollow() {
        return inFlight.isEmpty()
                || !oneAtATime && window.base() != aloneAt && channel.largestMessage() <= provenMessage;
    }

    private void send() {
        int room = channel.largestMessage();
        ChunkSource.Next<R> next = source.at(window.next(), room);
        Chunk chunk = window.sent(next.end());
        tally.sent(chunk.start(), chunk.end());
        Patience patience = next.request().patience();
        CompletableFuture<R> answer = channel.send(next.request(), attempts(patience, chunk));
        inFlight.await(chunk, answer);
        routine.when(
                answer,
                response -> {
                    if (inFlight.settle(chunk, answer)) {
                        answered(chunk, room, source.standing(response));
                    }
                },
                failure -> {
                    if (inFlight.settle(chunk, answer)) {
                        failed(chunk, room, failure);
                    }
                });
        lastChunkSent |= next.last();
        if (patience != Patience.REQUEST) {
            probe.watch(answer, timer.timeout(1), () -> sendAgain(chunk));
        } else if (room > provenMessage) {
            probe.watch(answer, () -> sendAgain(chunk));
        }
    }

    private Attempts attempts(Patience patience, Chunk chunk) {
        Attempts attempts = new Attempts(timer(patience), channel.options().retries(), () -> {
            window.retransmitted(chunk);
            tally.sent(chunk.start(), chunk.end());
        });
        return attempts.tellingRefusals();
    }

    /** A chunk that takes as long as the device needs to finish says nothing of the others. */
    private RetransmissionTimer timer(Patience patience) {
        return patience == Patience.REQUEST
                ? timer
                : RetransmissionTimer.constant(channel.options().timeout(patience));
    }

    private void sendAgain(Chunk chunk) {
        inFlight.forget(List.of(chunk));
        window.lost(chunk);
        fill();
    }

    private void answered(Chunk chunk, int room, ChunkSource.Standing device) {
        provenMessage = Math.max(provenMessage, room);
        Verdict verdict = window.answered(chunk, device.offset());
        inFlight.forget(verdict.overtaken());
        switch (verdict.meaning()) {
            case TAKEN -> course.progressed(device.match());
            case ECHO -> fill();
            case GAP -> gap(chunk);
            case STATE_LOST -> course.forgotten(lastChunkSent);
        }
    }

    /**
     * What the device wants again and again either is lost by chance or is not taken. It travels alone, which tells the two
     * apart: its own answer says what the device makes of it, and silence is that of a line.
     */
    private void gap(Chunk chunk) {
        boolean again = window.base() == gapAt && chunk.start() != gapAt;
        gapAt = window.base();
        if (again) {
            aloneAt = gapAt;
            fill();
        } else {
            course.gap(chunk.start());
        }
    }

    private void failed(Chunk chunk, int room, RuntimeException failure) {
        source.standing(failure)
                .ifPresentOrElse(device -> answered(chunk, room, device), () -> lost(chunk, room, failure));
    }

    private void lost(Chunk chunk, int room, RuntimeException failure) {
        if (!isNews(chunk, failure)) {
            // it may have been the last one that kept those behind a gap from being sent
            fill();
        } else if (routine.isOutgrown(failure, room)) {
            tally.anew();
            fill();
        } else {
            course.setBack(failure);
        }
    }

    private boolean isNews(Chunk chunk, RuntimeException failure) {
        return Setbacks.isWantOfMemory(failure) ? window.refused(chunk) : window.lost(chunk);
    }
}
