package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What answered a question, as far as one piece of software on a device can be told from another.
 *
 * @param images what it says of the slots; none if it does not know of them
 */
record Sighting(Software software, List<ImageState> images) {

    /** Kinds of software that answer. */
    enum Software {
        /** Knows of images; or nobody asked whether it is the recovery. */
        APPLICATION,
        /** The application of a device with a firmware loader: it knows nothing of images. */
        APPLICATION_WITHOUT_IMAGES,
        /** MCUboot's serial recovery. */
        RECOVERY
    }

    /** Whether nothing has changed since. */
    boolean isSameAs(Sighting other) {
        if (software != other.software || images.size() != other.images.size()) {
            return false;
        }
        for (int i = 0; i < images.size(); i++) {
            if (!same(images.get(i), other.images.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(ImageState one, ImageState other) {
        return one.image() == other.image()
                && one.slot() == other.slot()
                && Arrays.equals(one.hash(), other.hash())
                && one.pending() == other.pending()
                && one.confirmed() == other.confirmed()
                && one.active() == other.active()
                && one.permanent() == other.permanent();
    }

    /** Whether it says that this firmware runs. */
    boolean shows(FirmwareImage firmware) {
        return software == Software.APPLICATION
                && images.stream().anyMatch(slot -> slot.active() && firmware.isIn(slot));
    }

    /** Whether the slot that boots holds this firmware. */
    boolean hasInFirstSlot(FirmwareImage firmware) {
        return images.stream().anyMatch(slot -> slot.slot() == 0 && firmware.isIn(slot));
    }

    /** Whether it does not tell images apart. */
    boolean tellsNoHashes() {
        return images.stream().allMatch(slot -> slot.hash().length == 0);
    }

    /** The slot that runs this firmware without having been confirmed. */
    Optional<ImageState> unconfirmed(FirmwareImage firmware) {
        return images.stream()
                .filter(slot -> slot.active() && !slot.confirmed() && firmware.isIn(slot))
                .findFirst();
    }
}
