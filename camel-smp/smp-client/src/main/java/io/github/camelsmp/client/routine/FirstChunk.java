package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ImageGroup.Upload;
import io.github.camelsmp.protocol.group.ImageGroup.UploadResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The first chunk of an image, which names the image and makes the device erase: nothing goes behind it (protocol.md 14.2). */
final class FirstChunk {

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private final FirmwareImage firmware;
    private final ImageUploadOptions options;
    private final TransferTally tally;
    private final LossProbe probe;
    private final Consumer<UploadResponse> answered;
    private final Consumer<RuntimeException> setBack;
    private CompletableFuture<UploadResponse> inFlight = new CompletableFuture<>();
    private int message;
    private long sentAt;
    private long end;
    private boolean hashNamed;

    /**
     * @param answered hears the answer
     * @param setBack hears that it came to nothing
     */
    FirstChunk(
            LoopRoutine<?> routine,
            FirmwareImage firmware,
            ImageUploadOptions options,
            TransferTally tally,
            Consumer<UploadResponse> answered,
            Consumer<RuntimeException> setBack) {
        this.routine = routine;
        this.channel = routine.channel;
        this.firmware = firmware;
        this.options = options;
        this.tally = tally;
        this.probe = new LossProbe(routine);
        this.answered = answered;
        this.setBack = setBack;
    }

    /** Bytes of the largest message when it was sent. */
    int message() {
        return message;
    }

    /** Time since it was sent, the last time if it was lost. */
    Duration age() {
        return Duration.ofNanos(channel.nanoTime() - sentAt);
    }

    /** Where the second chunk begins if the device takes all of this one. */
    long end() {
        return end;
    }

    /** Whether there was room to tell the device the hash of the file, which it then checks. */
    boolean hashNamed() {
        return hashNamed;
    }

    void send() {
        message = channel.largestMessage();
        Upload request = Upload.first(
                firmware.content(),
                firmware.sha256(),
                options.number().orElse(firmware.image()),
                options.upgradeOnly(),
                message);
        hashNamed = request.payload().has("sha");
        end = request.end();
        tally.sent(0, end);
        sentAt = channel.nanoTime();
        CompletableFuture<UploadResponse> answer = channel.send(request);
        inFlight = answer;
        routine.when(answer, answered, failure -> {
            if (answer == inFlight) {
                failed(failure);
            }
        });
        if (hashNamed) {
            probe.watch(answer, this::sendAgain);
        }
    }

    private void failed(RuntimeException failure) {
        if (routine.isOutgrown(failure, message)) {
            tally.anew();
            send();
        } else {
            setBack.accept(failure);
        }
    }

    /** Without the hash in it this would erase the slot again; with it the upload goes on. */
    private void sendAgain() {
        CompletableFuture<UploadResponse> lost = inFlight;
        send();
        lost.cancel(false);
    }

    /** Waits for no answer any more. */
    void drop() {
        inFlight.cancel(false);
    }
}
