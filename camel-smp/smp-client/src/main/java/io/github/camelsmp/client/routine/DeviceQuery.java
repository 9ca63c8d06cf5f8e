package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.OsGroup.BootloaderInfoResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out how a device upgrades and what it has (protocol.md 18.2, step 2). A device that does not tell its
 * bootloader's mode shows it in what it answers to harmless requests (protocol.md 14.1 and 23).
 */
final class DeviceQuery {

    private static final byte[] HASH_OF_NO_IMAGE = new byte[32];
    private static final BootloaderInfoResponse NOTHING = new BootloaderInfoResponse(CborMap.EMPTY);

    private final SmpChannel channel;
    private final boolean filesAreForSlots;
    private final Onlooker onlooker;
    private final Attempts patiently;

    /** @param filesAreForSlots whether there are files for the device that were built to run from one slot each */
    DeviceQuery(SmpChannel channel, boolean filesAreForSlots) {
        this.channel = channel;
        this.filesAreForSlots = filesAreForSlots;
        this.onlooker = new Onlooker(channel);
        this.patiently = onlooker.patiently();
    }

    CompletableFuture<DeviceState> state() {
        CompletableFuture<BootloaderInfoResponse> bootloader = channel.send(new OsGroup.BootloaderInfo("mode"));
        return Refused.instead(bootloader, refusal -> NOTHING)
                .thenCompose(info -> onlooker.images(patiently).thenCompose(images -> state(info, images)));
    }

    private CompletableFuture<DeviceState> state(BootloaderInfoResponse info, Optional<List<ImageState>> images) {
        return strategy(info.mode(), images).thenCompose(strategy -> {
            if (images.isEmpty() && !strategy.needsLoader()) {
                throw new Refusal("the software that answers takes no images: it does not know the image group");
            }
            return slots().thenApply(
                            slots -> new DeviceState(strategy, info.noDowngrade(), images.orElse(List.of()), slots));
        });
    }

    private CompletableFuture<BootStrategy> strategy(
            Optional<BootloaderMode> known, Optional<List<ImageState>> images) {
        if (known.isEmpty()) {
            return onlooker.isRecovery(patiently)
                    .thenCompose(recovery -> recovery
                            ? CompletableFuture.completedFuture(BootStrategy.RECOVERY)
                            : settableStrategy(BootloaderMode.UNKNOWN, images.orElse(List.of())));
        }
        return switch (known.get()) {
            case UNKNOWN, RAM_LOAD -> settableStrategy(known.get(), images.orElse(List.of()));
            case FIRMWARE_LOADER ->
                CompletableFuture.completedFuture(
                        images.isPresent() ? BootStrategy.LOADER : BootStrategy.FIRMWARE_LOADER);
            default -> CompletableFuture.completedFuture(BootStrategy.of(known.get(), true, false));
        };
    }

    /** Where images can be set, a hash that no image has is not found; where they cannot, the command is not known. */
    private CompletableFuture<BootStrategy> settableStrategy(BootloaderMode mode, List<ImageState> images) {
        boolean inPlace = filesAreForSlots || images.stream().anyMatch(slot -> slot.active() && slot.slot() == 1);
        CompletableFuture<Boolean> settable =
                channel.send(ImageGroup.StateWrite.test(HASH_OF_NO_IMAGE)).thenApply(response -> true);
        return Refused.instead(settable, refusal -> !Refused.isUnknownCommand(refusal))
                .thenApply(known -> BootStrategy.of(mode, known, inPlace));
    }

    private CompletableFuture<List<ImageSlots>> slots() {
        CompletableFuture<List<ImageSlots>> slots =
                channel.send(new ImageGroup.SlotInfo(), patiently).thenApply(ImageGroup.SlotInfoResponse::images);
        return Refused.instead(slots, refusal -> List.of());
    }
}
