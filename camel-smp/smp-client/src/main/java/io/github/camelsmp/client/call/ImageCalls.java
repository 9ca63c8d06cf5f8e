package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 1, firmware images (protocol.md 6.1). Hashes are those of the image, not of its file. */
public final class ImageCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public ImageCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** What the slots hold; empty slots are not listed. */
    public CompletableFuture<List<ImageState>> list() {
        return images(channel.send(new ImageGroup.StateRead()));
    }

    /**
     * Boots an image once; the reset after that reverts.
     *
     * @return the images afterwards
     */
    public CompletableFuture<List<ImageState>> test(byte[] hash) {
        return images(channel.send(ImageGroup.StateWrite.test(hash)));
    }

    /**
     * Boots an image for good, or keeps it if it runs.
     *
     * @return the images afterwards
     */
    public CompletableFuture<List<ImageState>> confirm(byte[] hash) {
        return images(channel.send(ImageGroup.StateWrite.confirm(hash)));
    }

    /**
     * Keeps what runs.
     *
     * @return the images afterwards
     */
    public CompletableFuture<List<ImageState>> confirmRunning() {
        return images(channel.send(ImageGroup.StateWrite.confirmRunning()));
    }

    /** Erases the slot that an upload would use. */
    public CompletableFuture<Void> erase() {
        return Calls.done(channel.send(ImageGroup.Erase.defaultSlot()));
    }

    /**
     * Erases a slot.
     *
     * @param slot counted over all images: image times 2, plus 0 or 1
     */
    public CompletableFuture<Void> erase(int slot) {
        return Calls.done(channel.send(new ImageGroup.Erase(slot)));
    }

    /** How large the slots are. */
    public CompletableFuture<List<ImageSlots>> slotInfo() {
        return channel.send(new ImageGroup.SlotInfo()).thenApply(ImageGroup.SlotInfoResponse::images);
    }

    private static CompletableFuture<List<ImageState>> images(CompletableFuture<ImageGroup.StateResponse> answer) {
        return answer.thenApply(ImageGroup.StateResponse::images);
    }
}
