package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.image.ImageDependency;
import io.github.camelsmp.protocol.image.ImageVersion;
import java.util.List;
import java.util.Optional;

/** What the device can do and the options allow, checked before anything is sent that changes the device. */
final class UpgradeLimits {

    private final DeviceState state;
    private final UpgradeOptions options;

    UpgradeLimits(DeviceState state, UpgradeOptions options) {
        this.state = state;
        this.options = options;
    }

    /** @throws Refusal if the options do not want the image, or the device could not do with it what they want */
    void requireWanted(FirmwareImage firmware) {
        if (boots() && firmware.hash().length == 0) {
            throw new Refusal("the hash of " + firmware + " is not known, so the device cannot be told to boot it;"
                    + " it can be uploaded only (upgradeMode=uploadOnly)");
        }
        if (options.mode() == UpgradeMode.TEST_ONLY && !state.strategy().revertible()) {
            throw new Refusal("this device cannot boot an image for a test: " + whyNoTest());
        }
        if (!options.allowDowngrade() && !isNewer(firmware)) {
            throw new Refusal(firmware + " is not newer than " + state.runningVersion(firmware.image())
                    + ", which runs, and a downgrade is not allowed");
        }
        if (state.uploadNumber(firmware.image()).isEmpty()) {
            throw new Refusal("the bootloader does not tell how it counts images, so " + firmware
                    + " could end up in the slot of another one; upload it by itself with imageUpload");
        }
    }

    /** @throws Refusal if the bootloader would never start the image in place of the running one */
    void requireBootable(FirmwareImage firmware) {
        String running = state.runningVersion(firmware.image());
        if (boots() && state.strategy().newerOnly() && !isNewer(firmware)) {
            throw new Refusal(
                    "the bootloader starts the highest version, so " + firmware + " would never run beside " + running);
        }
        if (boots() && state.preventsDowngrade() && isOlder(firmware)) {
            throw new Refusal("the bootloader throws away versions below " + running + ", which runs, as " + firmware);
        }
    }

    /** @throws Refusal if an image needs another one that neither is among them nor runs */
    void requireCompany(List<FirmwareImage> images) {
        for (FirmwareImage firmware : images) {
            for (ImageDependency needed : firmware.dependencies()) {
                Optional<ImageVersion> there = images.stream()
                        .filter(other -> other.image() == needed.image())
                        .findFirst()
                        .flatMap(FirmwareImage::version)
                        .or(() -> running(needed.image()));
                if (boots() && there.filter(found -> isEnough(found, needed)).isEmpty()) {
                    throw new Refusal(firmware + " needs image " + needed.image() + " in version "
                            + needed.version().listed() + " or higher, there is "
                            + there.map(ImageVersion::listed).orElse("none") + "; upgrade both together");
                }
            }
        }
    }

    private static boolean isEnough(ImageVersion found, ImageDependency needed) {
        return ImageVersion.WITHOUT_BUILD.compare(found, needed.version()) >= 0;
    }

    private boolean boots() {
        return options.mode() != UpgradeMode.UPLOAD_ONLY;
    }

    private Optional<ImageVersion> running(int image) {
        return state.running(image).map(ImageState::version).flatMap(ImageVersion::parse);
    }

    private boolean isNewer(FirmwareImage firmware) {
        Optional<ImageVersion> running = running(firmware.image());
        return running.isEmpty()
                || firmware.version()
                        .filter(version -> version.compareTo(running.get()) > 0)
                        .isPresent();
    }

    private boolean isOlder(FirmwareImage firmware) {
        Optional<ImageVersion> running = running(firmware.image());
        return running.isPresent()
                && firmware.version()
                        .filter(version -> ImageVersion.WITHOUT_BUILD.compare(version, running.get()) < 0)
                        .isPresent();
    }

    private String whyNoTest() {
        return switch (state.strategy()) {
            case OVERWRITE -> "its bootloader overwrites the old image";
            case DIRECT_XIP, RAM_LOAD -> "its bootloader starts the highest version and keeps to it";
            default -> "it has a single slot";
        };
    }
}
