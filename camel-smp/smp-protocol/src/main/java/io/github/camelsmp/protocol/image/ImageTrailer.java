package io.github.camelsmp.protocol.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a padded file says of itself at the end of its slot (protocol.md 17.4): such a file is pending without anybody
 * asking for it.
 *
 * @param confirmed whether it will stay; otherwise the boot after the next one reverts it
 */
public record ImageTrailer(boolean confirmed) {

    private static final int MAGIC_SIZE = 16;

    private static final byte[] MAGIC = HexFormat.of().parseHex("77c295f360d2ef7f3552500f2cb67980");

    /** The magic of flash with units above eight bytes, behind two bytes that tell the unit. */
    private static final byte[] MAGIC_BEHIND_ALIGNMENT = HexFormat.of().parseHex("2de15d29410b8d77679c110f1f8a");

    private static final int USUAL_ALIGNMENT = 8;

    /** The trailer at the end of a file whose TLVs end at {@code tlvEnd}. */
    static Optional<ImageTrailer> read(byte[] file, int tlvEnd) {
        int magic = file.length - MAGIC_SIZE;
        if (magic < tlvEnd) {
            return Optional.empty();
        }
        int alignment = alignment(file, magic);
        if (alignment == 0) {
            return Optional.empty();
        }
        int alignedMagic = (MAGIC_SIZE + alignment - 1) / alignment * alignment;
        int imageOk = file.length - alignedMagic - alignment;
        return Optional.of(new ImageTrailer(imageOk >= tlvEnd && file[imageOk] == 1));
    }

    /** The unit of the flash that the magic is for; 0 if there is no magic. */
    private static int alignment(byte[] file, int magic) {
        if (Arrays.equals(file, magic, file.length, MAGIC, 0, MAGIC_SIZE)) {
            return USUAL_ALIGNMENT;
        }
        boolean other =
                Arrays.equals(file, magic + 2, file.length, MAGIC_BEHIND_ALIGNMENT, 0, MAGIC_BEHIND_ALIGNMENT.length);
        return other ? (file[magic] & 0xff) | (file[magic + 1] & 0xff) << 8 : 0;
    }
}
