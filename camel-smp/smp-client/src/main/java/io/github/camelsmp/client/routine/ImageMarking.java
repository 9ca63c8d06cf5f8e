package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.StateWrite;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Tells a device which image to boot or to keep, and makes sure of it. The answer may be lost, and a repeated request
 * may be refused because the first one was obeyed (protocol.md 13.4): then the image list tells.
 */
final class ImageMarking {

    /** Each is sent as often as a request may be repeated, and followed by a look at the list. */
    private static final int MOST_WRITES = 3;

    private final SmpChannel channel;

    ImageMarking(SmpChannel channel) {
        this.channel = channel;
    }

    /** Boots the image once. */
    CompletableFuture<Void> test(FirmwareImage firmware) {
        return mark(
                StateWrite.test(firmware.hash()), slot -> firmware.isIn(slot) && slot.pending(), notPending(firmware));
    }

    /** Boots the image for good. */
    CompletableFuture<Void> makePermanent(FirmwareImage firmware) {
        return mark(
                StateWrite.confirm(firmware.hash()),
                slot -> firmware.isIn(slot) && (slot.pending() || slot.confirmed()),
                notPending(firmware));
    }

    /**
     * Keeps what runs from a slot. Should the device have gone back to the old image meanwhile, that is what a request
     * without a hash confirms, and no harm is done; one with a hash would make the new image permanent.
     */
    CompletableFuture<Void> confirmRunning(ImageState running) {
        StateWrite write = running.image() == 0 ? StateWrite.confirmRunning() : StateWrite.confirm(running.hash());
        return mark(
                write,
                slot -> slot.active() && slot.confirmed() && holdsTheSame(slot, running),
                "version " + running.version() + " is not confirmed: the device restarted before it could be, and"
                        + " went back; start the upgrade again");
    }

    private static boolean holdsTheSame(ImageState slot, ImageState other) {
        return slot.image() == other.image() && Arrays.equals(slot.hash(), other.hash());
    }

    private static String notPending(FirmwareImage firmware) {
        return "the device does not list " + firmware + " as pending; perhaps it refuses the version";
    }

    private CompletableFuture<Void> mark(StateWrite write, Predicate<ImageState> done, String otherwise) {
        Predicate<List<ImageState>> obeyed = images -> images.stream().anyMatch(done);
        return listAfter(write, obeyed, MOST_WRITES).thenAccept(images -> {
            if (!obeyed.test(images)) {
                throw new Refusal(otherwise);
            }
        });
    }

    private CompletableFuture<List<ImageState>> listAfter(
            StateWrite write, Predicate<List<ImageState>> obeyed, int writes) {
        return channel.send(write)
                .thenApply(ImageGroup.StateResponse::images)
                .exceptionallyCompose(failure -> listDespite(failure).thenCompose(images -> {
                    if (obeyed.test(images)) {
                        return CompletableFuture.completedFuture(images);
                    }
                    // a device that answers one question and not the other is on a bad line
                    boolean lost = Refused.cause(failure) instanceof SmpTimeoutException;
                    return lost && writes > 1
                            ? listAfter(write, obeyed, writes - 1)
                            : CompletableFuture.failedFuture(failure);
                }));
    }

    private CompletableFuture<List<ImageState>> listDespite(Throwable failure) {
        return channel.send(new ImageGroup.StateRead())
                .thenApply(ImageGroup.StateResponse::images)
                .exceptionallyCompose(silence -> CompletableFuture.failedFuture(failure));
    }
}
