package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.ImageGroup.Slot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a device said before its upgrade.
 *
 * @param strategy how its bootloader works
 * @param preventsDowngrade whether its bootloader says that it throws away lower versions
 * @param images what its slots hold
 * @param slots how large they are; none if it does not say
 */
record DeviceState(BootStrategy strategy, boolean preventsDowngrade, List<ImageState> images, List<ImageSlots> slots) {

    /** The slots of an image that hold something. */
    List<ImageState> of(int image) {
        return images.stream().filter(slot -> slot.image() == image).toList();
    }

    /** What runs; in recovery what would run. */
    Optional<ImageState> running(int image) {
        Optional<ImageState> active =
                of(image).stream().filter(ImageState::active).findFirst();
        return active.isPresent() && !strategy.writesFirstSlot()
                ? active
                : of(image).stream().filter(slot -> slot.slot() == 0).findFirst();
    }

    /** What runs of any image without having been confirmed. */
    List<ImageState> unconfirmed() {
        return images.stream()
                .filter(slot -> slot.active() && !slot.confirmed())
                .toList();
    }

    /** The slot of what runs, 0 or 1. */
    int runningSlot(int image) {
        return running(image).map(ImageState::slot).orElse(0);
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
        return target(image)
                .filter(slot -> slot.size() > 0)
                .mapToLong(Slot::size)
                .findFirst();
    }

    /**
     * What an upload names as its image so that it gets to its slot: servers that let the client choose count slots
     * there (protocol.md 6.1 and 16.2). Empty if that cannot be known.
     */
    OptionalInt uploadNumber(int image) {
        OptionalInt told = target(image)
                .map(Slot::uploadImageId)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
        boolean open = strategy == BootStrategy.RECOVERY && slots.isEmpty() && image > 0;
        return told.isPresent() || open ? told : OptionalInt.of(image);
    }

    private Stream<Slot> target(int image) {
        int number = strategy.writesFirstSlot() ? 0 : 1 - runningSlot(image);
        return slotsOf(image).flatMap(entry -> entry.slots().stream()).filter(slot -> slot.slot() == number);
    }

    private Stream<ImageSlots> slotsOf(int image) {
        return slots.stream().filter(entry -> entry.image() == image);
    }
}
