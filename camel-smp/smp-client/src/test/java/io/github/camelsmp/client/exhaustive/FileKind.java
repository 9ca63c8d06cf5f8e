package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.simulator.DfuPackageFile;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.HexFile;

/** What kind of file the new firmware comes in. */
enum FileKind {
    IMAGE,
    /** Its header does not say where it runs. */
    IMAGE_FOR_NOWHERE,
    PADDED,
    CONFIRMED,
    HEX,
    MERGED_HEX,
    DFU_ZIP,
    DFU_ZIP_OF_VARIANTS,
    DFU_ZIP_OF_TWO_IMAGES;

    boolean fits(Setup setup) {
        return switch (this) {
            case DFU_ZIP_OF_TWO_IMAGES -> !setup.hasOneSlot() && !setup.mode.choosesSlot();
            case IMAGE_FOR_NOWHERE -> setup.inPlace();
            case DFU_ZIP_OF_VARIANTS -> setup.tellsMode();
            default -> true;
        };
    }

    int images() {
        return this == DFU_ZIP_OF_TWO_IMAGES ? 2 : 1;
    }

    /**
     * The bytes a user has.
     *
     * @param slot the slot it is for, where it is for one
     */
    byte[] file(Setup setup, int slot) {
        byte[] image = image(setup, slot).bytes();
        return switch (this) {
            case IMAGE, IMAGE_FOR_NOWHERE, PADDED, CONFIRMED -> image;
            case HEX -> new HexFile().with(0xc000, image).bytes();
            case MERGED_HEX ->
                new HexFile()
                        .with(0, new byte[2000])
                        .with(0xc000, image)
                        .with(0xf000, new byte[] {1, 2, 3})
                        .bytes();
            case DFU_ZIP -> new DfuPackageFile().with("app.bin", image, "").bytes();
            case DFU_ZIP_OF_VARIANTS ->
                new DfuPackageFile()
                        .with("a.bin", Firmware.NEW.variant(0).bytes(), variant(0))
                        .with("b.bin", Firmware.NEW.variant(1).bytes(), variant(1))
                        .bytes();
            case DFU_ZIP_OF_TWO_IMAGES ->
                new DfuPackageFile()
                        .with("app.bin", image, "\"image_index\": \"0\"")
                        .with("net.bin", Firmware.NEW_COMPANION.in(setup, slot).bytes(), "\"image_index\": \"1\"")
                        .bytes();
        };
    }

    private FirmwareImage image(Setup setup, int slot) {
        FirmwareImage image = bare(setup, slot);
        return switch (this) {
            case PADDED -> image.padded(Setup.SLOT_SIZE, false);
            case CONFIRMED -> image.padded(Setup.SLOT_SIZE, true);
            default -> image;
        };
    }

    /** The new firmware for a slot, as it ends up there. */
    FirmwareImage bare(Setup setup, int slot) {
        return this == IMAGE_FOR_NOWHERE || this == DFU_ZIP_OF_VARIANTS
                ? Firmware.NEW.variant(slot)
                : Firmware.NEW.in(setup, slot);
    }

    private static String variant(int slot) {
        return "\"slot\": \"" + slot + "\", \"version_MCUBOOT+XIP\": \"" + Firmware.NEW.version + "\"";
    }
}
