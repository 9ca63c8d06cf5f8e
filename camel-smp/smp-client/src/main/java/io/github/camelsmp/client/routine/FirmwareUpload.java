package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.SlotInfoResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Brings the images of a firmware file into the slots of a device, one after another, and leaves the rest to others.
 * What does not fit, or is built for another slot, is refused with an {@link SmpImageException} before anything is sent.
 *
 * <p>A single image goes where the device puts its number. Several, or variants for the slots of one, take a look at the
 * device first, to find out which is meant and how the device counts. The result has an entry for each image by its
 * number, in the order of their upload.
 */
public final class FirmwareUpload extends LoopRoutine<Map<Integer, UploadResult>> {

    private final List<FirmwareImage> images;
    private final ImageUploadOptions options;
    private final UpgradeListener listener;
    private final Map<Integer, UploadResult> results = new LinkedHashMap<>();
    private Runnable cancelUpload = () -> {};

    /**
     * @param images at least one; several for the same image if they are built for a slot each
     * @param listener hears of the progress of each image
     */
    public FirmwareUpload(
            SmpChannel channel, List<FirmwareImage> images, ImageUploadOptions options, UpgradeListener listener) {
        super(channel);
        this.images = List.copyOf(images);
        this.options = options;
        this.listener = listener;
    }

    @Override
    void begin() {
        boolean plain = images.size() == 1 && images.get(0).slot().isEmpty();
        when(plain ? plain(images.get(0)) : chosen(), this::uploadNext, this::failToPlan);
    }

    @Override
    void end() {
        cancelUpload.run();
    }

    /** An upload that is still to be done. */
    private record Upload(FirmwareImage firmware, ImageUploadOptions options) {}

    private CompletableFuture<List<Upload>> plain(FirmwareImage firmware) {
        if (firmware.hash().length == 0) {
            return CompletableFuture.completedFuture(List.of(new Upload(firmware, options)));
        }
        CompletableFuture<List<ImageSlots>> slots =
                channel.send(new ImageGroup.SlotInfo()).thenApply(SlotInfoResponse::images);
        return Refused.instead(slots, refusal -> List.of()).thenApply(told -> {
            new SlotRoom(channel.address()).require(firmware, told);
            return List.of(new Upload(firmware, options));
        });
    }

    private CompletableFuture<List<Upload>> chosen() {
        return new DeviceQuery(channel, true).state().thenApply(state -> {
            List<FirmwareImage> picked = new VariantChoice(channel.address(), state).pick(images);
            picked.forEach(firmware -> new SlotRoom(channel.address()).require(firmware, state));
            return picked.stream().map(firmware -> upload(firmware, state)).toList();
        });
    }

    private Upload upload(FirmwareImage firmware, DeviceState state) {
        int number = state.uploadNumber(firmware.image())
                .orElseThrow(() -> new Refusal("the bootloader does not tell how it counts images, so " + firmware
                        + " could end up in the slot of another one; upload it by itself"));
        return new Upload(firmware, options.withNumber(number));
    }

    private void failToPlan(RuntimeException reason) {
        fail(
                reason instanceof Refusal
                        ? new SmpImageException(channel.address().toString(), reason.getMessage())
                        : reason);
    }

    private void uploadNext(List<Upload> left) {
        if (left.isEmpty()) {
            finish(Collections.unmodifiableMap(results));
            return;
        }
        FirmwareImage firmware = left.get(0).firmware();
        ImageUpload upload = new ImageUpload(
                channel, firmware, left.get(0).options(), new ImageProgress(firmware.image(), listener));
        cancelUpload = upload::cancel;
        when(
                upload.start(),
                result -> {
                    results.put(firmware.image(), result);
                    uploadNext(left.subList(1, left.size()));
                },
                this::fail);
    }
}
