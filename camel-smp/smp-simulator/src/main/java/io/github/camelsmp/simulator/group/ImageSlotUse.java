package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.Slot;
import java.util.List;
import java.util.Optional;

/** Which slot is free for what. Slots are counted over all images here: image × 2 + 0 or 1. */
final class ImageSlotUse {

    private final Bootloader bootloader;
    private final boolean directUpload;

    ImageSlotUse(Bootloader bootloader, boolean directUpload) {
        this.bootloader = bootloader;
        this.directUpload = directUpload;
    }

    /** All slots of all images. */
    List<Slot> all() {
        return bootloader.images().stream()
                .flatMap(image -> image.all().stream())
                .toList();
    }

    /** The slot of a number that counts over all images. */
    Optional<Slot> numbered(long number) {
        List<ImageSlots> images = bootloader.images();
        if (number / 2 >= images.size()) {
            return Optional.empty();
        }
        ImageSlots image = images.get((int) (number / 2));
        return number % 2 == 0 ? Optional.of(image.primary()) : image.secondary();
    }

    /** Whether the running image, or the one the next boot starts, is in it. */
    boolean isInUse(Slot slot) {
        return slot == bootloader.active(slot.image())
                || slot.number() == bootloader.next(slot.image()).slot();
    }

    /** Where an upload with this {@code image} key goes; empty if there is no place for it. */
    Optional<Slot> forUpload(long image) {
        if (directUpload && image > 0) {
            return numbered(image - 1);
        }
        if (image >= bootloader.images().size()) {
            return Optional.empty();
        }
        return bootloader.inactive((int) image).filter(slot -> !isInUse(slot));
    }
}
