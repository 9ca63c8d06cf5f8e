package io.github.camelsmp.protocol;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The sample image of protocol.md 21.2 and the notation of its vectors. */
public final class Vectors {

    /** Hash TLV of the sample image. */
    public static final byte[] IMAGE_HASH = hex("9f240445119721061887b4f5f224ca03a725afcdc3d265934b6178260b64b702");

    /** SHA-256 over the file of the sample image. */
    public static final byte[] FILE_HASH = hex("1f27f3762dc988c85e17cdcbb073b6f1fd49e7cb864fdcf814f45975fac0afb1");

    private Vectors() {}

    /** Bytes in hexadecimal; blanks count nothing. */
    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    /** 136 bytes, version 1.2.3+4, header 32, body 64, TLV SHA256. */
    public static byte[] image() {
        return hex("""
                3db8f39600000000200000004000000000000000010203000400000000000000
                030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc
                e3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bc
                07692800100020009f240445119721061887b4f5f224ca03a725afcdc3d26593
                4b6178260b64b702""");
    }

    /** 148 bytes, the same with a protected area (security counter 5). */
    public static byte[] imageWithProtectedArea() {
        return hex("""
                3db8f3960000000020000c004000000000000000010203000400000000000000
                030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc
                e3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bc
                08690c00500004000500000007692800100020001cdffcfd17726289423575bd
                c053dcd3c53c3e6def8e000865c3c0b3962435cc""");
    }

    /** Console lines as bytes; {@code <ST>}, {@code <CT>} and {@code <LF>} stand for markers and newline. */
    public static byte[] lines(String text) {
        return text.replaceAll("\\s", "")
                .replace("<ST>", "\u0006\t")
                .replace("<CT>", "\u0004\u0014")
                .replace("<LF>", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
