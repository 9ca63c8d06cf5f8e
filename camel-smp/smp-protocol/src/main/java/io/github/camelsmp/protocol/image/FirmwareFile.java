package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;

/** What a file with firmware is, by its content; names of files do not matter (protocol.md 19). */
public sealed interface FirmwareFile {

    /**
     * An image as it is uploaded.
     *
     * @param image the image, sound
     */
    record Image(McubootImage image) implements FirmwareFile {}

    /**
     * An Intel HEX file.
     *
     * @param hex its memory; whether it holds an image is not known yet
     */
    record Hex(IntelHex hex) implements FirmwareFile {}

    /**
     * A DFU package.
     *
     * @param dfuPackage its files; they have not been looked into
     */
    record Dfu(DfuPackage dfuPackage) implements FirmwareFile {}

    /**
     * A SUIT envelope, which goes to a group of its own.
     *
     * @param content the whole file
     */
    record SuitEnvelope(byte[] content) implements FirmwareFile {}

    /**
     * Something else. A device may know what to do with it.
     *
     * @param content the whole file
     * @param description what it seems to be and what to give instead, e.g. {@code an ELF file; ...}
     */
    record Foreign(byte[] content, String description) implements FirmwareFile {}

    /**
     * Finds out what a file is and reads it.
     *
     * @param file the whole file; not copied
     * @throws SmpImageException if it is one of the known kinds and not sound
     */
    static FirmwareFile of(byte[] file) {
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case MCUBOOT -> new Image(McubootImage.parse(file));
            case ZIP -> new Dfu(DfuPackage.parse(file));
            case INTEL_HEX -> new Hex(IntelHex.parse(file));
            case SUIT -> new SuitEnvelope(file);
            case MCUBOOT_1, ELF, UF2, GZIP, EMPTY, UNKNOWN -> new Foreign(file, kind.description());
        };
    }
}
