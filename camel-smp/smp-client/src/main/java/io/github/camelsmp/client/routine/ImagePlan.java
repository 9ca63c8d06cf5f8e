package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.image.ImageVersion;

/**
 * Where an image stands on the device, and so where its upgrade begins.
 *
 * @param from the version that runs; empty if none does or the device does not say
 * @param why the decision in a sentence
 */
record ImagePlan(FirmwareImage firmware, Standing standing, String from, String why) {

    /** The further down, the less is left to do. */
    enum Standing {
        ABSENT,
        /** In a slot that nothing is going to boot. */
        STORED,
        /** In a slot that the next reset boots. */
        PENDING,
        RUNNING_UNCONFIRMED,
        RUNNING_CONFIRMED
    }

    /** @param sent bytes of the file that were sent */
    UpgradedImage result(long sent) {
        return new UpgradedImage(
                firmware.image(),
                from,
                firmware.version().map(ImageVersion::listed).orElse(""),
                firmware.hash(),
                firmware.length(),
                sent);
    }
}
