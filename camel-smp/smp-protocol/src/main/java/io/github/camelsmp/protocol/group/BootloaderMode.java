package io.github.camelsmp.protocol.group;

/** How MCUboot brings a new image to run (protocol.md 6.0 and 18.1). */
public enum BootloaderMode {
    UNKNOWN(-1),
    SINGLE_APPLICATION(0),
    SWAP_USING_SCRATCH(1),
    OVERWRITE_ONLY(2),
    SWAP_USING_MOVE(3),
    DIRECT_XIP(4),
    DIRECT_XIP_WITH_REVERT(5),
    RAM_LOAD(6),
    FIRMWARE_LOADER(7),
    SINGLE_RAM_LOAD(8),
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
