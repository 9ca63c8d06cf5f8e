package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Brings a file to the device with the upload command of a vendor's group (protocol.md 6.64 and 6.66): one piece at a
 * time, each from the offset that the answer to the one before named. Pieces are not repeated, because nothing is known
 * of how such a command takes that.
 */
public final class VendorUpload extends LoopRoutine<UploadResult> {

    private final ByteBuffer file;
    private final Pieces pieces;
    private final ProgressListener listener;
    private final TransferTally tally;

    /**
     * @param file from its position to its limit; not copied
     * @param listener hears of every answer
     */
    public VendorUpload(SmpChannel channel, ByteBuffer file, Pieces pieces, ProgressListener listener) {
        super(channel);
        this.file = file.slice().asReadOnlyBuffer();
        this.pieces = pieces;
        this.listener = listener;
        this.tally = new TransferTally(channel::nanoTime);
    }

    /** Sends pieces. */
    @FunctionalInterface
    public interface Pieces {

        /**
         * Sends the piece at an offset.
         *
         * @param file the whole file
         * @param largestMessage bytes of the largest message
         */
        Sent send(ByteBuffer file, long offset, int largestMessage);
    }

    /**
     * A piece on its way.
     *
     * @param end where the next piece begins if the device takes all of this one
     * @param answer the offset the device wants next
     */
    public record Sent(long end, CompletableFuture<Long> answer) {}

    @Override
    void begin() {
        when(channel.connect(), connected -> sendFirst(), this::fail);
    }

    private void sendFirst() {
        listener.progress(0, file.limit());
        send(0);
    }

    private void send(long offset) {
        int room = channel.largestMessage();
        Sent piece = pieces.send(file.duplicate(), offset, room);
        tally.sent(offset, piece.end());
        when(piece.answer(), next -> taken(offset, next), failure -> lost(offset, room, failure));
    }

    private void lost(long offset, int room, RuntimeException failure) {
        if (isOutgrown(failure, room)) {
            send(offset);
        } else {
            fail(failure);
        }
    }

    private void taken(long offset, long next) {
        if (next > file.limit()) {
            throw fault("the device wants byte " + next + " of a file of " + file.limit());
        }
        if (next <= offset) {
            tally.failed(fault("the device does not take the piece at offset " + offset));
        }
        tally.taken(next);
        listener.progress(next, file.limit());
        if (next == file.limit()) {
            finish(tally.result(next, sha256(), Optional.empty()));
        } else {
            send(next);
        }
    }

    private byte[] sha256() {
        FileDigest digest = new FileDigest();
        digest.update(file.duplicate());
        return digest.sha256();
    }
}
