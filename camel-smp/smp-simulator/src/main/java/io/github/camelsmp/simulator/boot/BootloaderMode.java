package io.github.camelsmp.simulator.boot;

/** How MCUboot was built (protocol.md 6.0 and 18.1). */
public enum BootloaderMode {
    /** One slot; the image is replaced in recovery. */
    SINGLE_SLOT(0),
    /** The slots are swapped with the help of a scratch area. */
    SWAP_USING_SCRATCH(1),
    /** The second slot is copied over the first; there is no way back. */
    OVERWRITE_ONLY(2),
    /** The slots are swapped by moving one up by a sector. */
    SWAP_USING_MOVE(3),
    /** The newer image runs from where it is. */
    DIRECT_XIP(4),
    /** As {@link #DIRECT_XIP}; an unconfirmed image is given up at the next boot. */
    DIRECT_XIP_WITH_REVERT(5),
    /** The newer image is copied to RAM and runs there. */
    RAM_LOAD(6),
    /** A second application loads images into the slot of the first. */
    FIRMWARE_LOADER(7),
    /** The image of the only slot is copied to RAM and runs there. */
    SINGLE_SLOT_RAM_LOAD(8),
    /** The slots are swapped, the second one being read from its second sector. */
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
