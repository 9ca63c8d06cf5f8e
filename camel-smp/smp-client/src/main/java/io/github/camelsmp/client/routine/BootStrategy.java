package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.BootloaderMode;

/** What it takes to bring an image to run: the bootloader modes of protocol.md 18.1, by what they ask of a client. */
enum BootStrategy {
    /** The images change places; a test that is not confirmed is undone. */
    SWAP(true, true, false),
    /** The new image replaces the old one, once and for all. */
    OVERWRITE(true, false, false),
    /** The highest version boots from where it is; nothing can be set. */
    HIGHEST_VERSION(false, false, true),
    /** The highest version boots from where it is; a test that is not confirmed is undone. */
    HIGHEST_VERSION_WITH_REVERT(true, true, true),
    /** MCUboot's serial recovery answers; the image goes where it will run. */
    RECOVERY(false, false, false),
    /** The running application has no slot to spare; its bootloader's recovery takes images. */
    SINGLE_SLOT(false, false, false),
    /** The running application has no slot to spare; a loader of its own takes images. */
    FIRMWARE_LOADER(false, false, false);

    private final boolean settable;
    private final boolean revertible;
    private final boolean newerOnly;

    BootStrategy(boolean settable, boolean revertible, boolean newerOnly) {
        this.settable = settable;
        this.revertible = revertible;
        this.newerOnly = newerOnly;
    }

    /** What a mode asks for; RAM load and an unknown mode are told apart by whether the image state can be set. */
    static BootStrategy of(BootloaderMode mode, boolean settable) {
        return switch (mode) {
            case SWAP_USING_SCRATCH, SWAP_USING_MOVE, SWAP_USING_OFFSET -> SWAP;
            case OVERWRITE_ONLY -> OVERWRITE;
            case DIRECT_XIP -> HIGHEST_VERSION;
            case DIRECT_XIP_WITH_REVERT -> HIGHEST_VERSION_WITH_REVERT;
            case RAM_LOAD -> settable ? HIGHEST_VERSION_WITH_REVERT : HIGHEST_VERSION;
            case SINGLE_APPLICATION, SINGLE_RAM_LOAD -> SINGLE_SLOT;
            case FIRMWARE_LOADER -> FIRMWARE_LOADER;
            case UNKNOWN -> settable ? SWAP : HIGHEST_VERSION;
        };
    }

    /** Whether the device must be told which image to boot. */
    boolean settable() {
        return settable;
    }

    /** Whether an image can be booted for a test. */
    boolean revertible() {
        return revertible;
    }

    /** Whether only an image with a higher version than the running one ever boots. */
    boolean newerOnly() {
        return newerOnly;
    }
}
