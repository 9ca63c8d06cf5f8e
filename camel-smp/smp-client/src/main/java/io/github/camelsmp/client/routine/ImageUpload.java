package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.UploadResponse;
import java.util.Optional;

/**
 * Brings an image into a slot of the device (protocol.md 13.3 and 14.2): the first chunk, which erases; then a window of
 * chunks that follows the offsets the device answers; until the device has all of it.
 *
 * <p>An upload that was cancelled or cut off goes on where the device stands when it is started again.
 */
public final class ImageUpload extends LoopRoutine<UploadResult> {

    private final FirmwareImage firmware;
    private final ProgressListener listener;
    private final TransferTally tally;
    private final Setbacks setbacks;
    private final ChunkStream<UploadResponse> chunks;
    private final FirstChunk first;
    private boolean begun;

    /** @param listener hears of every answer */
    public ImageUpload(
            SmpChannel channel, FirmwareImage firmware, ImageUploadOptions options, ProgressListener listener) {
        super(channel);
        this.firmware = firmware;
        this.listener = listener;
        this.tally = new TransferTally(channel::nanoTime);
        this.setbacks = new Setbacks(this, options.outage(), tally);
        this.chunks = new ChunkStream<>(this, new ImageChunks(firmware), tally, new Consequences());
        this.first = new FirstChunk(this, firmware, options, tally, this::firstChunkAnswered, this::setBack);
    }

    @Override
    void begin() {
        when(channel.connect(), connected -> sendFirstChunk(), this::fail);
    }

    @Override
    void end() {
        first.drop();
        chunks.drop();
    }

    private void sendFirstChunk() {
        begun = false;
        first.send();
    }

    private void firstChunkAnswered(UploadResponse answer) {
        long offset = answer.offset();
        begun = true;
        chunks.restart(offset, first.message());
        chunks.firstAnswered(first.age());
        if (offset == 0) {
            restart("the device does not take the first chunk");
        } else {
            listener.progress(beginning(offset), firmware.length());
            goOnAfter(answer.match());
        }
    }

    /** A device that goes on from an earlier attempt says so in its first answer. */
    private long beginning(long offset) {
        return offset <= first.end() ? 0 : Math.min(offset, firmware.length());
    }

    private void goOnAfter(Optional<Boolean> match) {
        if (chunks.taken() > firmware.length()) {
            throw fault("the device wants byte " + chunks.taken() + " of a file of " + firmware.length());
        }
        progress();
        if (chunks.taken() < firmware.length()) {
            chunks.fill();
        } else {
            judge(match);
        }
    }

    private boolean progress() {
        boolean further = tally.taken(chunks.taken());
        if (further) {
            setbacks.over();
        }
        listener.progress(chunks.taken(), firmware.length());
        return further;
    }

    private void judge(Optional<Boolean> match) {
        boolean differs = first.hashNamed() && match.isPresent() && !match.get();
        if (differs) {
            whenListed(
                    () -> complete(match),
                    () -> fail(fault("the device computes another SHA-256 of what it received,"
                            + " and does not list the image; upload it again")));
        } else {
            complete(first.hashNamed() ? match : Optional.empty());
        }
    }

    private void complete(Optional<Boolean> match) {
        finish(tally.result(firmware.length(), firmware.sha256(), match));
    }

    private void restart(String reason) {
        tally.failed(fault(reason + " again and again"));
        sendFirstChunk();
    }

    /** The image list tells whether the device has all of an image whose hash is known. */
    private void whenListed(Runnable listed, Runnable otherwise) {
        if (firmware.hash().length == 0) {
            otherwise.run();
            return;
        }
        when(
                channel.send(new ImageGroup.StateRead()),
                state -> {
                    boolean there = state.images().stream().anyMatch(firmware::isIn);
                    (there ? listed : otherwise).run();
                },
                failure -> otherwise.run());
    }

    private void setBack(RuntimeException failure) {
        setbacks.pauseAfter(failure, this::sendWhatIsNext);
        chunks.hold();
    }

    private void sendWhatIsNext() {
        if (begun) {
            chunks.goOn();
        } else {
            sendFirstChunk();
        }
    }

    /** What the answers to the chunks lead to. */
    private final class Consequences implements UploadCourse {

        @Override
        public void progressed(Optional<Boolean> match) {
            goOnAfter(match);
        }

        @Override
        public void gap(long offset) {
            if (!progress()) {
                tally.failed(fault("the device does not take the chunk at offset " + offset));
            }
            chunks.fill();
        }

        /** Zephyr forgets an upload that is complete, so the loss may be that of its last answer only. */
        @Override
        public void forgotten(boolean complete) {
            chunks.drop();
            if (complete) {
                whenListed(
                        () -> ImageUpload.this.complete(Optional.empty()),
                        () -> restart("the device loses the upload at its end"));
            } else {
                restart("the device loses the upload at offset " + chunks.taken());
            }
        }

        @Override
        public void filled(int window, int inFlight) {
            listener.window(window, inFlight);
        }

        @Override
        public void setBack(RuntimeException failure) {
            ImageUpload.this.setBack(failure);
        }
    }
}
