package io.github.camelsmp.protocol.group;

/** How MCUboot brings a new image to run (protocol.md 6.0 and 18.1). */
public enum BootloaderMode {
    /** The device cannot tell, or names a mode this enum does not know. */
    UNKNOWN(-1),
    /** One slot; the image is replaced in recovery. */
    SINGLE_APPLICATION(0),
    /** The slots are swapped with the help of a scratch area; an unconfirmed image is reverted. */
    SWAP_USING_SCRATCH(1),
    /** The second slot is copied over the first; there is no way back. */
    OVERWRITE_ONLY(2),
    /** The slots are swapped by moving one up by a sector; an unconfirmed image is reverted. */
    SWAP_USING_MOVE(3),
    /** The newer image runs from where it is, so each slot takes images of its own. */
    DIRECT_XIP(4),
    /** As {@link #DIRECT_XIP}; an unconfirmed image is reverted. */
    DIRECT_XIP_WITH_REVERT(5),
    /** The newer image is copied to RAM and runs there. */
    RAM_LOAD(6),
    /** A second application loads images into the slot of the first. */
    FIRMWARE_LOADER(7),
    /** The image of the only slot is copied to RAM and runs there. */
    SINGLE_RAM_LOAD(8),
    /** The slots are swapped, the second one being read from its second sector; an unconfirmed image is reverted. */
    SWAP_USING_OFFSET(9);

    private final int code;

    BootloaderMode(int code) {
        this.code = code;
    }

    /** The number a device answers with. */
    public int code() {
        return code;
    }

    /** The mode of a number, {@link #UNKNOWN} for one that has none. */
    public static BootloaderMode of(long code) {
        for (BootloaderMode mode : values()) {
            if (mode.code == code) {
                return mode;
            }
        }
        return UNKNOWN;
    }
}
