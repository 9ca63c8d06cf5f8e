package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How an image is uploaded.
 *
 * @param upgradeOnly whether the device shall refuse an image that is not newer than the running one
 * @param outage how long the line may be broken in the middle of an upload before the upload fails
 * @param number what the device is told of where to put the image, if that is not the number of the image: a server may
 *     count slots there
 */
public record ImageUploadOptions(boolean upgradeOnly, Duration outage, OptionalInt number) {

    /** Any version; a minute to plug the device in again. */
    public static final ImageUploadOptions DEFAULT =
            new ImageUploadOptions(false, Duration.ofMinutes(1), OptionalInt.empty());

    /** The same, with or without the wish that the device refuse what is not newer. */
    public ImageUploadOptions withUpgradeOnly(boolean value) {
        return new ImageUploadOptions(value, outage, number);
    }

    /** The same for a line that may be broken for so long. */
    public ImageUploadOptions withOutage(Duration value) {
        return new ImageUploadOptions(upgradeOnly, value, number);
    }

    /** The same for a server that is to be told this number in place of that of the image. */
    public ImageUploadOptions withNumber(int value) {
        return new ImageUploadOptions(upgradeOnly, outage, OptionalInt.of(value));
    }
}
