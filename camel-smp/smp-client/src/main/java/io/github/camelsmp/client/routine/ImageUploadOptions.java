package io.github.camelsmp.client.routine;

import java.time.Duration;

/**
 * How an image is uploaded.
 *
 * @param upgradeOnly whether the device shall refuse an image that is not newer than the running one
 * @param outage how long the line may be broken in the middle of an upload before the upload fails
 */
public record ImageUploadOptions(boolean upgradeOnly, Duration outage) {

    /** Any version; a minute to plug the device in again. */
    public static final ImageUploadOptions DEFAULT = new ImageUploadOptions(false, Duration.ofMinutes(1));

    public ImageUploadOptions withUpgradeOnly(boolean value) {
        return new ImageUploadOptions(value, outage);
    }

    public ImageUploadOptions withOutage(Duration value) {
        return new ImageUploadOptions(upgradeOnly, value);
    }
}
