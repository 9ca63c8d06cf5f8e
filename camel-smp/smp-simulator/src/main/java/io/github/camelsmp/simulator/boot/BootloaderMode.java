package io.github.camelsmp.simulator.boot;

/** How MCUboot was built (protocol.md 6.0 and 18.1). */
public enum BootloaderMode {
    SINGLE_SLOT(0),
    SWAP_USING_SCRATCH(1),
    OVERWRITE_ONLY(2),
    SWAP_USING_MOVE(3),
    DIRECT_XIP(4),
    DIRECT_XIP_WITH_REVERT(5),
    RAM_LOAD(6),
    FIRMWARE_LOADER(7),
    SINGLE_SLOT_RAM_LOAD(8),
    SWAP_USING_OFFSET(9);

    private final int code;

    BootloaderMode(int code) {
        this.code = code;
    }

    /** The number that the bootloader information reports. */
    public int code() {
        return code;
    }

    /** Whether both slots exchange their content at a boot. */
    public boolean swaps() {
        return this == SWAP_USING_SCRATCH || this == SWAP_USING_MOVE || this == SWAP_USING_OFFSET;
    }

    /** Whether the best image runs from the slot it is in. */
    public boolean choosesSlot() {
        return this == DIRECT_XIP || this == DIRECT_XIP_WITH_REVERT || this == RAM_LOAD;
    }

    /** Whether there is a second slot at all. */
    public boolean hasSecondarySlot() {
        return this != SINGLE_SLOT && this != SINGLE_SLOT_RAM_LOAD;
    }

    /** Whether the state of an image can be set; elsewhere the highest version boots. */
    public boolean takesState() {
        return swaps() || this == OVERWRITE_ONLY || this == DIRECT_XIP_WITH_REVERT;
    }

    /** Pages at the end of a slot that an image must leave free: the trailer, and room to move a page. */
    public int reservedPages() {
        return this == SWAP_USING_MOVE || this == SWAP_USING_OFFSET ? 2 : 1;
    }
}
