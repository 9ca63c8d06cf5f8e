package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.recovery.RecoveryFeature;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import java.time.Duration;

/** How boards are built: every mode of the bootloader, told or to be found out. */
enum Setup {
    SWAP_USING_SCRATCH(BootloaderMode.SWAP_USING_SCRATCH),
    SWAP_USING_MOVE(BootloaderMode.SWAP_USING_MOVE),
    SWAP_USING_OFFSET(BootloaderMode.SWAP_USING_OFFSET),
    SWAP_UNTOLD(BootloaderMode.SWAP_USING_MOVE),
    OVERWRITE_ONLY(BootloaderMode.OVERWRITE_ONLY),
    DIRECT_XIP(BootloaderMode.DIRECT_XIP),
    DIRECT_XIP_WITH_REVERT(BootloaderMode.DIRECT_XIP_WITH_REVERT),
    RAM_LOAD(BootloaderMode.RAM_LOAD),
    RAM_LOAD_UNTOLD(BootloaderMode.RAM_LOAD),
    SINGLE_SLOT(BootloaderMode.SINGLE_SLOT),
    SINGLE_SLOT_RAM_LOAD(BootloaderMode.SINGLE_SLOT_RAM_LOAD),
    FIRMWARE_LOADER(BootloaderMode.FIRMWARE_LOADER);

    static final int SLOT_SIZE = 4096;
    private static final int PAGE = 512;
    private static final long FIRST_SLOT = 0x1_0000;

    final BootloaderMode mode;

    Setup(BootloaderMode mode) {
        this.mode = mode;
    }

    /** Whether the application tells the mode of its bootloader. */
    boolean tellsMode() {
        return this != SWAP_UNTOLD && this != RAM_LOAD_UNTOLD;
    }

    /** Whether images run where they lie. */
    boolean inPlace() {
        return this == DIRECT_XIP || this == DIRECT_XIP_WITH_REVERT;
    }

    /** Whether an image can be booted for a test and goes away by itself. */
    boolean reverts() {
        return mode.swaps() || this == DIRECT_XIP_WITH_REVERT;
    }

    /** Whether the running application is overwritten by something else than itself. */
    boolean hasOneSlot() {
        return !mode.hasSecondarySlot() || this == FIRMWARE_LOADER;
    }

    /** Whether the device takes requests for test and confirm. */
    boolean takesState() {
        return mode.takesState();
    }

    /** Whether only a higher version than the running one ever boots. */
    boolean newerOnly() {
        return mode.choosesSlot();
    }

    /** Where the processor sees a slot of the first image. */
    static long address(int slot) {
        return FIRST_SLOT + (long) slot * SLOT_SIZE;
    }

    /** A board of this kind, still without images. */
    SimulatedDeviceBuilder board() {
        SimulatedDeviceBuilder board = SimulatedDevice.builder("board")
                .bootloader(mode)
                .buffers(512, 3)
                .slotSize(SLOT_SIZE)
                .flash(FlashTiming.INSTANT.withPageSize(PAGE))
                .bootTime(Duration.ofMillis(700));
        if (!tellsMode()) {
            board.os(os -> os.withBootloaderInfo(false));
        }
        return this == FIRMWARE_LOADER
                ? board.secondary(FirmwareImage.ofSize("0.1.0", 800))
                : board.recovery(RecoveryOptions.DEFAULT.with(RecoveryFeature.SLOT_INFO));
    }
}
