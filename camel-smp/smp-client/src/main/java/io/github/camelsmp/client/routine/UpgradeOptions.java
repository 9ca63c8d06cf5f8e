package io.github.camelsmp.client.routine;

import java.time.Duration;

/**
 * How an upgrade is done. Immutable; every {@code with} returns a changed copy.
 *
 * @param mode how far it goes
 * @param skipInstalled whether an image that already runs confirmed is a success; otherwise it is refused
 * @param allowDowngrade whether an image may replace one that is as new or newer
 * @param eraseStorage whether the settings partition is erased before the reset
 * @param force whether the reset overrules an application that refuses it
 * @param swapTimeout from the reset until the device answers again, with the time its bootloader takes
 * @param unfinished what becomes of somebody else's upgrade that is under way on the device
 * @param upload how images are uploaded
 */
public record UpgradeOptions(
        UpgradeMode mode,
        boolean skipInstalled,
        boolean allowDowngrade,
        boolean eraseStorage,
        boolean force,
        Duration swapTimeout,
        Unfinished unfinished,
        ImageUploadOptions upload) {

    /** Test and confirm; two minutes for the swap; an unfinished upgrade is reset away. */
    public static final UpgradeOptions DEFAULT = new UpgradeOptions(
            UpgradeMode.TEST_AND_CONFIRM,
            true,
            true,
            false,
            false,
            Duration.ofMinutes(2),
            Unfinished.RESET,
            ImageUploadOptions.DEFAULT);

    /** What to do where another image is pending or runs unconfirmed, and so keeps the slot from an upload. */
    public enum Unfinished {
        /** Resets until the device runs what is confirmed. */
        RESET,
        /** Confirms what runs. */
        CONFIRM,
        /** Changes nothing and fails. */
        REFUSE
    }

    /** The same upgrade, going so far. */
    public UpgradeOptions withMode(UpgradeMode value) {
        return new UpgradeOptions(
                value, skipInstalled, allowDowngrade, eraseStorage, force, swapTimeout, unfinished, upload);
    }

    /** The same upgrade, where an image that runs confirmed already is a success or is refused. */
    public UpgradeOptions withSkipInstalled(boolean value) {
        return new UpgradeOptions(mode, value, allowDowngrade, eraseStorage, force, swapTimeout, unfinished, upload);
    }

    /** The same upgrade, which may or may not replace an image that is as new or newer. */
    public UpgradeOptions withAllowDowngrade(boolean value) {
        return new UpgradeOptions(mode, skipInstalled, value, eraseStorage, force, swapTimeout, unfinished, upload);
    }

    /** The same upgrade, with or without an erased settings partition. */
    public UpgradeOptions withEraseStorage(boolean value) {
        return new UpgradeOptions(mode, skipInstalled, allowDowngrade, value, force, swapTimeout, unfinished, upload);
    }

    /** The same upgrade, whose reset overrules an application that refuses it, or does not. */
    public UpgradeOptions withForce(boolean value) {
        return new UpgradeOptions(
                mode, skipInstalled, allowDowngrade, eraseStorage, value, swapTimeout, unfinished, upload);
    }

    /** The same upgrade of a device that takes so long from its reset until it answers again. */
    public UpgradeOptions withSwapTimeout(Duration value) {
        return new UpgradeOptions(mode, skipInstalled, allowDowngrade, eraseStorage, force, value, unfinished, upload);
    }

    /** The same upgrade, doing this with somebody else's that is under way. */
    public UpgradeOptions withUnfinished(Unfinished value) {
        return new UpgradeOptions(mode, skipInstalled, allowDowngrade, eraseStorage, force, swapTimeout, value, upload);
    }

    /** The same upgrade with images uploaded like this. */
    public UpgradeOptions withUpload(ImageUploadOptions value) {
        return new UpgradeOptions(
                mode, skipInstalled, allowDowngrade, eraseStorage, force, swapTimeout, unfinished, value);
    }
}
