package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.NextBoot;
import io.github.camelsmp.simulator.boot.NextBoot.Kind;
import io.github.camelsmp.simulator.boot.Slot;
import java.util.List;
import java.util.Optional;

/** Which slot is free for what. Slots are counted over all images here: image × 2 + 0 or 1. */
final class ImageSlotUse {

    private final Bootloader bootloader;
    private final ImageOptions options;

    ImageSlotUse(Bootloader bootloader, ImageOptions options) {
        this.bootloader = bootloader;
        this.options = options;
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

    /** Whether the running image is in it, or the one to go back to; with older servers any that the next boot starts. */
    boolean isInUse(Slot slot) {
        NextBoot next = bootloader.next(slot.image());
        boolean kept = options.has(ImageFeature.KEEP_PENDING) || next.kind() == Kind.REVERT;
        return slot == bootloader.active(slot.image()) || kept && slot.number() == next.slot();
    }

    /**
     * Where an upload with this {@code image} key goes; empty if there is no place for it. A server for one image does
     * not look at the key.
     */
    Optional<Slot> forUpload(long image) {
        if (options.has(ImageFeature.DIRECT_UPLOAD) && image > 0) {
            return numbered(image - 1);
        }
        long known = bootloader.images().size() == 1 ? 0 : image;
        if (known >= bootloader.images().size()) {
            return Optional.empty();
        }
        return bootloader.inactive((int) known).filter(slot -> !isInUse(slot));
    }
}
