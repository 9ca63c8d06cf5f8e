package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.DownloadWindow.Piece;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup.DownloadResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pieces of a download: as many asked for at a time as the window allows, handed on in their order. */
final class PieceStream {

    /** Takes the file. */
    interface Owner {

        /** The next bytes of the file. */
        void take(ByteBuffer bytes);

        /** The file is here up to {@code offset}, and {@code length} bytes long in all. */
        void progressed(long offset, long length);

        /** As many pieces are asked for as may be. */
        void filled(int window, int inFlight);

        /** A piece came to nothing. */
        void setBack(RuntimeException failure);
    }

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private final String name;
    private final TransferTally tally;
    private final RetransmissionTimer timer;
    private final Owner owner;
    private final DownloadWindow window;
    private final AwaitedAnswers<Piece> inFlight = new AwaitedAnswers<>();
    private boolean held;

    /**
     * @param timer of the requests; it knows how long the first took
     * @param window with nothing asked for yet
     */
    PieceStream(
            LoopRoutine<?> routine,
            String name,
            TransferTally tally,
            RetransmissionTimer timer,
            DownloadWindow window,
            Owner owner) {
        this.routine = routine;
        this.channel = routine.channel;
        this.name = name;
        this.tally = tally;
        this.timer = timer;
        this.window = window;
        this.owner = owner;
    }

    /** The first piece came, which was asked for without knowing how long pieces are. */
    void begin(DownloadResponse first) {
        came(window.ask(), first);
    }

    /** Asks for nothing until {@link #goOn}. */
    void hold() {
        held = true;
    }

    /** Asks again. */
    void goOn() {
        held = false;
        fill();
    }

    /** Forgets what is in flight. */
    void drop() {
        inFlight.forgetAll();
    }

    private void fill() {
        window.allow(channel.largestWindow());
        while (!held && !routine.isOver() && window.isOpen()) {
            ask(window.ask());
        }
        owner.filled(window.size(), inFlight.size());
    }

    private void ask(Piece piece) {
        tally.sent(piece.start(), piece.end());
        Attempts attempts = new Attempts(timer, channel.options().retries(), () -> {
            tally.sent(piece.start(), piece.end());
            window.askedAgain(piece);
        });
        CompletableFuture<DownloadResponse> answer =
                channel.send(new FileSystemGroup.Download(name, piece.start()), attempts.tellingRefusals());
        inFlight.await(piece, answer);
        routine.when(
                answer,
                response -> {
                    if (inFlight.settle(piece, answer)) {
                        came(piece, response);
                    }
                },
                failure -> {
                    if (inFlight.settle(piece, answer)) {
                        lost(piece, failure);
                    }
                });
    }

    private void lost(Piece piece, RuntimeException failure) {
        if (Setbacks.isWantOfMemory(failure)) {
            window.refused(piece);
        } else {
            window.lost(piece);
        }
        owner.setBack(failure);
    }

    private void came(Piece piece, DownloadResponse answer) {
        if (answer.offset() != piece.start()) {
            throw routine.fault("the device sent byte " + answer.offset() + " of " + name + " when asked for byte "
                    + piece.start());
        }
        inFlight.forget(window.came(piece, answer.data()));
        for (Optional<ByteBuffer> bytes = window.take(); bytes.isPresent(); bytes = window.take()) {
            owner.take(bytes.get());
        }
        owner.progressed(window.delivered(), window.length());
        if (window.delivered() < window.length()) {
            fill();
        }
    }
}
