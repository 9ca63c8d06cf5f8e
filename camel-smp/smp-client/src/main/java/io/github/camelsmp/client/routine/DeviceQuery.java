package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out how a device upgrades and what it has (protocol.md 18.2, step 2). A device that does not tell its
 * bootloader's mode shows it in what it answers to harmless requests (protocol.md 14.1 and 23).
 */
final class DeviceQuery {

    private static final byte[] HASH_OF_NO_IMAGE = new byte[32];

    private final SmpChannel channel;

    DeviceQuery(SmpChannel channel) {
        this.channel = channel;
    }

    CompletableFuture<DeviceState> state() {
        return strategy().thenCompose(strategy -> images(strategy)
                .thenCompose(images -> slots().thenApply(slots -> new DeviceState(strategy, images, slots))));
    }

    private CompletableFuture<BootStrategy> strategy() {
        CompletableFuture<Optional<BootloaderMode>> mode =
                channel.send(new OsGroup.BootloaderInfo("mode")).thenApply(OsGroup.BootloaderInfoResponse::mode);
        return Refused.instead(mode, refusal -> Optional.empty()).thenCompose(this::strategy);
    }

    private CompletableFuture<BootStrategy> strategy(Optional<BootloaderMode> known) {
        if (known.isEmpty()) {
            return isRecovery()
                    .thenCompose(recovery -> recovery
                            ? CompletableFuture.completedFuture(BootStrategy.RECOVERY)
                            : settableStrategy(BootloaderMode.UNKNOWN));
        }
        return switch (known.get()) {
            case UNKNOWN, RAM_LOAD -> settableStrategy(known.get());
            default -> CompletableFuture.completedFuture(BootStrategy.of(known.get(), true));
        };
    }

    /** MCUboot accepts the legacy console echo control, which it ignores; Zephyr does not know it. */
    private CompletableFuture<Boolean> isRecovery() {
        CompletableFuture<Boolean> accepted =
                channel.send(new OsGroup.ConsoleEchoControl(false)).thenApply(response -> true);
        return Refused.instead(accepted, refusal -> false);
    }

    /** Where images can be set, a hash that no image has is not found; where they cannot, the command is not known. */
    private CompletableFuture<BootStrategy> settableStrategy(BootloaderMode mode) {
        CompletableFuture<Boolean> settable =
                channel.send(ImageGroup.StateWrite.test(HASH_OF_NO_IMAGE)).thenApply(response -> true);
        return Refused.instead(settable, refusal -> !Refused.isUnknownCommand(refusal))
                .thenApply(known -> BootStrategy.of(mode, known));
    }

    private CompletableFuture<List<ImageState>> images(BootStrategy strategy) {
        CompletableFuture<List<ImageState>> images =
                channel.send(new ImageGroup.StateRead()).thenApply(ImageGroup.StateResponse::images);
        return strategy == BootStrategy.FIRMWARE_LOADER ? Refused.instead(images, refusal -> List.of()) : images;
    }

    private CompletableFuture<List<ImageSlots>> slots() {
        CompletableFuture<List<ImageSlots>> slots =
                channel.send(new ImageGroup.SlotInfo()).thenApply(ImageGroup.SlotInfoResponse::images);
        return Refused.instead(slots, refusal -> List.of());
    }
}
