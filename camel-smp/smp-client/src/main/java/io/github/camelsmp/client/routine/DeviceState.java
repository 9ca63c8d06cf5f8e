package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.Slot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a device said before its upgrade.
 *
 * @param strategy how its bootloader works
 * @param images what its slots hold
 * @param slots how large they are; none if it does not say
 */
record DeviceState(BootStrategy strategy, List<ImageState> images, List<ImageSlots> slots) {

    /** The slots of an image that hold something. */
    List<ImageState> of(int image) {
        return images.stream().filter(slot -> slot.image() == image).toList();
    }

    /** What runs; in recovery what would run. */
    Optional<ImageState> running(int image) {
        Optional<ImageState> active =
                of(image).stream().filter(ImageState::active).findFirst();
        return active.isPresent()
                ? active
                : of(image).stream().filter(slot -> slot.slot() == 0).findFirst();
    }

    /** The version that runs; empty if none does or the device does not say. */
    String runningVersion(int image) {
        return running(image).map(ImageState::version).orElse("");
    }

    /** The slot that holds this firmware, the running one before others. */
    Optional<ImageState> holding(FirmwareImage firmware) {
        Optional<ImageState> running = running(firmware.image()).filter(firmware::isIn);
        return running.isPresent()
                ? running
                : images.stream().filter(firmware::isIn).findFirst();
    }

    /** The slot, apart from the running one, that is about to boot or to be returned to. */
    Optional<ImageState> spokenFor(int image) {
        Optional<ImageState> running = running(image);
        return of(image).stream()
                .filter(slot ->
                        running.isEmpty() || slot.slot() != running.get().slot())
                .filter(slot -> slot.pending() || slot.confirmed())
                .findFirst();
    }

    /** Bytes of the largest image the bootloader can handle; empty if the device does not say. */
    OptionalLong largestImage(int image) {
        return slotsOf(image)
                .map(ImageSlots::maxImageSize)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst();
    }

    /** Bytes of the slot that takes an upload; empty if the device does not say. */
    OptionalLong slotSize(int image) {
        int target = strategy == BootStrategy.RECOVERY
                ? 0
                : 1 - running(image).map(ImageState::slot).orElse(0);
        return slotsOf(image)
                .flatMap(entry -> entry.slots().stream())
                .filter(slot -> slot.slot() == target && slot.size() > 0)
                .mapToLong(Slot::size)
                .findFirst();
    }

    private Stream<ImageSlots> slotsOf(int image) {
        return slots.stream().filter(entry -> entry.image() == image);
    }
}
