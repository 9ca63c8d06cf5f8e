package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.image.ImageVersion;
import java.util.Optional;
import java.util.OptionalLong;

/** What the device can do and the options allow, checked before anything is sent that changes the device. */
final class UpgradeLimits {

    private final SmpAddress address;
    private final DeviceState state;
    private final UpgradeOptions options;

    UpgradeLimits(SmpAddress address, DeviceState state, UpgradeOptions options) {
        this.address = address;
        this.state = state;
        this.options = options;
    }

    /** @throws Refusal if the image would not end up as the options want it */
    void requirePossible(FirmwareImage firmware) {
        boolean boots = options.mode() != UpgradeMode.UPLOAD_ONLY;
        if (boots && firmware.hash().length == 0) {
            throw new Refusal("the hash of " + firmware + " is not known, so the device cannot be told to boot it;"
                    + " it can be uploaded only");
        }
        if (options.mode() == UpgradeMode.TEST_ONLY && !state.strategy().revertible()) {
            throw new Refusal("this device cannot boot an image for a test: " + whyNoTest());
        }
        if (isNewer(firmware)) {
            return;
        }
        String running = state.runningVersion(firmware.image());
        if (!options.allowDowngrade()) {
            throw new Refusal(
                    firmware + " is not newer than " + running + ", which runs, and a downgrade is not allowed");
        }
        if (boots && state.strategy().newerOnly()) {
            throw new Refusal(
                    "the bootloader starts the highest version, so " + firmware + " would never run beside " + running);
        }
    }

    private boolean isNewer(FirmwareImage firmware) {
        Optional<ImageVersion> running =
                state.running(firmware.image()).map(ImageState::version).flatMap(ImageVersion::parse);
        return running.isEmpty()
                || firmware.version()
                        .filter(version -> version.compareTo(running.get()) > 0)
                        .isPresent();
    }

    private String whyNoTest() {
        return switch (state.strategy()) {
            case OVERWRITE -> "its bootloader overwrites the old image";
            case HIGHEST_VERSION -> "its bootloader starts the highest version and keeps to it";
            default -> "it has a single slot";
        };
    }

    /** @throws SmpImageException if the image is too large for its slot */
    void requireFit(FirmwareImage firmware) {
        requireFit(firmware, firmware.imageLength(), state.largestImage(firmware.image()));
        requireFit(firmware, firmware.length(), state.slotSize(firmware.image()));
    }

    private void requireFit(FirmwareImage firmware, int length, OptionalLong room) {
        if (room.isPresent() && length > room.getAsLong()) {
            throw new SmpImageException(
                    address.toString(),
                    firmware + " has " + length + " bytes, its slot has room for " + room.getAsLong());
        }
    }
}
