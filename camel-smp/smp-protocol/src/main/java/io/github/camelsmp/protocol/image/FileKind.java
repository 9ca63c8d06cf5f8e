package io.github.camelsmp.protocol.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** How kinds of file begin. */
enum FileKind {
    MCUBOOT("3db8f396", "an MCUboot image"),
    ZIP("504b0304", "a ZIP"),
    INTEL_HEX("3a", "an Intel HEX file"),
    /** CBOR's tag 107. */
    SUIT("d86b", "a SUIT envelope"),
    MCUBOOT_1("3cb8f396", "an image of MCUboot's first format, which no device takes any more"),
    ELF("7f454c46", "an ELF file; the build puts zephyr.signed.bin beside it"),
    UF2("5546320a", "a UF2 file; the build puts zephyr.signed.bin beside it"),
    GZIP("1f8b", "a gzip file; unpack it first"),
    EMPTY("", "an empty file"),
    UNKNOWN("", "of no known kind, nothing that imgtool signed");

    private final byte[] beginning;
    private final String description;

    FileKind(String beginning, String description) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.description = description;
    }

    static FileKind of(byte[] file) {
        if (file.length == 0) {
            return EMPTY;
        }
        return Stream.of(values())
                .filter(kind -> kind.beginning.length > 0 && kind.begins(file))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private boolean begins(byte[] file) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** What it is, and what to give instead where it is of no use. */
    String description() {
        return description;
    }
}
