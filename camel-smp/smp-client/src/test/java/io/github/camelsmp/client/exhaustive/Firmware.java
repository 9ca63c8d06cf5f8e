package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.boot.BootloaderMode;

/** The firmware that comes and goes on the boards. */
enum Firmware {
    LOWER("0.5.0", 600, 0),
    OLD("1.0.0", 900, 0),
    OTHER("1.5.0", 1000, 0),
    NEW("2.0.0", 1300, 0),
    HIGHER("3.0.0", 1100, 0),
    OLD_COMPANION("5.0.0", 700, 1),
    NEW_COMPANION("6.0.0", 800, 1);

    private static final long RAM_LOAD = 0x20;

    final String version;
    final int size;
    private final int image;

    Firmware(String version, int size, int image) {
        this.version = version;
        this.size = size;
        this.image = image;
    }

    /** As it is built for a slot of such a board; the header says so where that matters. */
    FirmwareImage in(Setup setup, int slot) {
        return builder(setup, slot).build();
    }

    /** The same with so much code that it fills the slot up to its end. */
    FirmwareImage filling(Setup setup, int slot) {
        return builder(setup, slot).size(Setup.SLOT_SIZE).build();
    }

    private FirmwareImage.Builder builder(Setup setup, int slot) {
        FirmwareImage.Builder image = FirmwareImage.builder(version).size(size);
        if (setup.inPlace()) {
            image.linkedFor(address(slot)).romFixed(address(slot));
        } else if (setup.mode == BootloaderMode.RAM_LOAD || setup.mode == BootloaderMode.SINGLE_SLOT_RAM_LOAD) {
            image.flags(RAM_LOAD);
        }
        return image;
    }

    /** As it is built for a slot, which only its code knows. */
    FirmwareImage variant(int slot) {
        return FirmwareImage.builder(version)
                .size(size)
                .linkedFor(address(slot))
                .build();
    }

    private long address(int slot) {
        return Setup.address(2 * image + slot);
    }
}
