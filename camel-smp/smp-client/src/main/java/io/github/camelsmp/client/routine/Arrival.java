package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.routine.Sighting.Software;
import java.util.OptionalLong;

/**
 * Whether a device runs after a reset what it should (protocol.md 18.2, step 9).
 *
 * @param before what answered just before the reset
 * @param after what answers now
 */
record Arrival(Sighting before, Sighting after) {

    /** @throws Refusal if it does not */
    void require(FirmwareImage firmware) {
        if (after.shows(firmware) || isSilentAboutImages(firmware)) {
            return;
        }
        if (after.software() == Software.RECOVERY) {
            throw new Refusal(
                    "the device stays in its bootloader and does not start " + firmware + ": " + advice(firmware));
        }
        throw new Refusal("the device restarted without " + firmware
                + ": its bootloader refused the image, or went back to the old one; " + advice(firmware));
    }

    /** An application that knows nothing of images cannot say what it is; its loader said what it was to start. */
    private boolean isSilentAboutImages(FirmwareImage firmware) {
        return after.software() == Software.APPLICATION_WITHOUT_IMAGES
                && (before.hasInFirstSlot(firmware) || before.tellsNoHashes());
    }

    private static String advice(FirmwareImage firmware) {
        OptionalLong counter = firmware.securityCounter();
        return "is it signed with the key of the bootloader, and made for this device?"
                + (counter.isPresent()
                        ? " A device that knows a security counter above its " + counter.getAsLong()
                                + " refuses it, too"
                        : "");
    }
}
