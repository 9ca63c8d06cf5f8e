package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.StateWrite;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Tells a device which image to boot or to keep, and makes sure of it. The answer may be lost, and a repeated request
 * may be refused because the first one was obeyed (protocol.md 13.4): then the image list tells.
 */
final class ImageMarking {

    private final SmpChannel channel;

    ImageMarking(SmpChannel channel) {
        this.channel = channel;
    }

    /** Boots the image once. */
    CompletableFuture<Void> test(FirmwareImage firmware) {
        return mark(StateWrite.test(firmware.hash()), firmware, ImageState::pending, notPending(firmware));
    }

    /** Boots the image for good. */
    CompletableFuture<Void> makePermanent(FirmwareImage firmware) {
        return mark(
                StateWrite.confirm(firmware.hash()),
                firmware,
                slot -> slot.pending() || slot.confirmed(),
                notPending(firmware));
    }

    /**
     * Keeps the image, which runs.
     *
     * @param running the slot it runs from; a compressed image is listed with another hash there than its file has
     */
    CompletableFuture<Void> confirmRunning(FirmwareImage firmware, ImageState running) {
        StateWrite write = firmware.image() == 0 ? StateWrite.confirmRunning() : StateWrite.confirm(running.hash());
        return mark(
                write,
                firmware,
                slot -> slot.active() && slot.confirmed(),
                "the device does not list " + firmware + " as confirmed");
    }

    private static String notPending(FirmwareImage firmware) {
        return "the device does not list " + firmware + " as pending; perhaps it refuses the version";
    }

    private CompletableFuture<Void> mark(
            StateWrite write, FirmwareImage firmware, Predicate<ImageState> done, String otherwise) {
        Predicate<List<ImageState>> obeyed =
                images -> images.stream().anyMatch(slot -> firmware.isIn(slot) && done.test(slot));
        return channel.send(write)
                .thenApply(ImageGroup.StateResponse::images)
                .exceptionallyCompose(failure -> obeyedDespite(failure, obeyed))
                .thenAccept(images -> {
                    if (!obeyed.test(images)) {
                        throw new Refusal(otherwise);
                    }
                });
    }

    private CompletableFuture<List<ImageState>> obeyedDespite(Throwable failure, Predicate<List<ImageState>> obeyed) {
        return channel.send(new ImageGroup.StateRead())
                .thenApply(ImageGroup.StateResponse::images)
                .handle((images, silence) -> silence == null && obeyed.test(images)
                        ? CompletableFuture.completedFuture(images)
                        : CompletableFuture.<List<ImageState>>failedFuture(failure))
                .thenCompose(outcome -> outcome);
    }
}
