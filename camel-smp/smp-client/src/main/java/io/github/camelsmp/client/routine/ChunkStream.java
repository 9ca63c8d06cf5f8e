package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.UploadWindow.Chunk;
import io.github.camelsmp.client.routine.UploadWindow.Verdict;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The chunks of an upload behind the first: as many in flight as the window allows, from where the device stands. */
final class ChunkStream {

    /** Decides what the answers mean for the upload as a whole. */
    interface Owner {

        /** The device has the file up to {@link ChunkStream#taken}. */
        void progressed(Optional<Boolean> match);

        /** The device wants to go on from {@link ChunkStream#taken}, not from behind the chunk at {@code offset}. */
        void gap(long offset);

        /**
         * The device has forgotten the upload.
         *
         * @param complete whether it may have done so because it had all of it
         */
        void forgotten(boolean complete);

        /** A chunk came to nothing. */
        void setBack(RuntimeException failure);
    }

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private final FirmwareImage firmware;
    private final TransferTally tally;
    private final Owner owner;
    private final UploadWindow window;
    private final LossProbe probe;
    private final RetransmissionTimer timer;
    private final Map<Chunk, CompletableFuture<?>> inFlight = new LinkedHashMap<>();
    private boolean lastChunkSent;
    private boolean held;

    ChunkStream(LoopRoutine<?> routine, FirmwareImage firmware, TransferTally tally, Owner owner) {
        this.routine = routine;
        this.channel = routine.channel;
        this.firmware = firmware;
        this.tally = tally;
        this.owner = owner;
        this.window = new UploadWindow(WindowSize.of(channel.options().window()));
        this.probe = new LossProbe(routine);
        this.timer = RetransmissionTimer.upTo(channel.options().requestTimeout());
    }

    /** The offset up to which the device has the file. */
    long taken() {
        return window.base();
    }

    /** Starts over at an offset. */
    void restart(long offset) {
        drop();
        window.restart(offset);
        lastChunkSent = false;
        held = false;
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
        forget(List.copyOf(inFlight.keySet()));
    }

    /** Sends what the window allows. */
    void fill() {
        window.allow(channel.largestWindow());
        while (!held && !routine.isOver() && window.isOpen() && window.next() < firmware.length()) {
            send();
        }
    }

    private void send() {
        int room = channel.largestMessage();
        ImageGroup.Upload next = ImageGroup.Upload.following(firmware.content(), window.next(), room);
        Chunk chunk = window.sent(next.end());
        tally.sent(chunk.start(), chunk.end());
        CompletableFuture<ImageGroup.UploadResponse> answer = channel.send(next, attempts(next.patience(), chunk));
        inFlight.put(chunk, answer);
        routine.when(answer, response -> answered(chunk, response), failure -> lost(chunk, room, failure));
        if (next.isLast()) {
            lastChunkSent = true;
            probe.watch(answer, timer.timeout(1), () -> sendAgain(chunk));
        }
    }

    private Attempts attempts(Patience patience, Chunk chunk) {
        Attempts attempts = new Attempts(timer(patience), channel.options().retries(), () -> {
            window.retransmitted(chunk);
            tally.sent(chunk.start(), chunk.end());
        });
        return attempts.tellingRefusals();
    }

    /** The last chunk takes as long as the device needs to finish, which the others say nothing of. */
    private RetransmissionTimer timer(Patience patience) {
        return patience == Patience.REQUEST
                ? timer
                : RetransmissionTimer.constant(channel.options().timeout(patience));
    }

    private void sendAgain(Chunk chunk) {
        forget(List.of(chunk));
        window.lost(chunk);
        fill();
    }

    private void answered(Chunk chunk, ImageGroup.UploadResponse answer) {
        if (inFlight.remove(chunk) == null) {
            return;
        }
        Verdict verdict = window.answered(chunk, answer.offset());
        forget(verdict.overtaken());
        switch (verdict.meaning()) {
            case TAKEN -> owner.progressed(answer.match());
            case ECHO -> fill();
            case GAP -> owner.gap(chunk.start());
            case STATE_LOST -> owner.forgotten(lastChunkSent);
        }
    }

    private void lost(Chunk chunk, int room, RuntimeException failure) {
        boolean waitedFor = inFlight.remove(chunk) != null;
        if (!waitedFor) {
            return;
        }
        if (!isNews(chunk, failure)) {
            // it may have been the last one that kept those behind a gap from being sent
            fill();
        } else if (routine.isOutgrown(failure, room)) {
            tally.anew();
            fill();
        } else {
            owner.setBack(failure);
        }
    }

    private boolean isNews(Chunk chunk, RuntimeException failure) {
        return Setbacks.isWantOfMemory(failure) ? window.refused(chunk) : window.lost(chunk);
    }

    private void forget(List<Chunk> chunks) {
        for (Chunk chunk : chunks) {
            CompletableFuture<?> answer = inFlight.remove(chunk);
            if (answer != null) {
                answer.cancel(false);
            }
        }
    }
}
