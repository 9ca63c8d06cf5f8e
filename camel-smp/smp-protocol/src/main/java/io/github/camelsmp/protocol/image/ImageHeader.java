package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;

/**
 * The header of an MCUboot image (protocol.md 17.1).
 *
 * @param loadAddress where it is loaded to or runs from, 0 if that does not matter; 32 bits
 * @param headerSize bytes in front of the code, at least 32
 * @param protectedSize bytes of the protected TLV area, 0 if there is none
 * @param imageSize bytes of code, without header and TLVs
 * @param flags the bits as they stand, unknown ones included
 * @param version the version of the image
 */
public record ImageHeader(
        long loadAddress, int headerSize, int protectedSize, long imageSize, int flags, ImageVersion version) {

    /** The first four bytes of every image, little endian. */
    public static final int MAGIC = 0x96f3b83d;

    /** Bytes of a header without its padding. */
    public static final int SIZE = 32;

    private static final int MAGIC_OF_FORMAT_1 = 0x96f3b83c;

    static ImageHeader read(byte[] file) {
        if (file.length < SIZE) {
            throw new SmpImageException(
                    "no MCUboot image: the file has " + file.length + " bytes, a header alone takes " + SIZE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        requireMagic(bytes.getInt(0));
        ImageHeader header = new ImageHeader(
                Integer.toUnsignedLong(bytes.getInt(4)),
                Short.toUnsignedInt(bytes.getShort(8)),
                Short.toUnsignedInt(bytes.getShort(10)),
                Integer.toUnsignedLong(bytes.getInt(12)),
                bytes.getInt(16),
                new ImageVersion(
                        Byte.toUnsignedInt(bytes.get(20)),
                        Byte.toUnsignedInt(bytes.get(21)),
                        Short.toUnsignedInt(bytes.getShort(22)),
                        Integer.toUnsignedLong(bytes.getInt(24))));
        header.requireFit(file.length);
        return header;
    }

    private static void requireMagic(int magic) {
        if (magic == MAGIC_OF_FORMAT_1) {
            throw new SmpImageException("magic at offset 0 is that of MCUboot's first format, which no device takes");
        }
        if (magic != MAGIC) {
            throw new SmpImageException(String.format(
                    "no MCUboot image: magic at offset 0 is 0x%08x, not 0x%08x; was it signed with imgtool?",
                    magic, MAGIC));
        }
    }

    private void requireFit(int fileLength) {
        if (headerSize < SIZE) {
            throw new SmpImageException("header size at offset 8 is " + headerSize + ", it is at least " + SIZE);
        }
        if (protectedSize != 0 && protectedSize < TlvAreas.INFO_SIZE) {
            throw new SmpImageException("protected TLV size at offset 10 is " + protectedSize + ", it is 0 or at least "
                    + TlvAreas.INFO_SIZE);
        }
        if (tlvOffset() + protectedSize + TlvAreas.INFO_SIZE > fileLength) {
            throw new SmpImageException("image size at offset 12 is " + imageSize + ", but the file ends after "
                    + fileLength + " bytes: it is cut short");
        }
    }

    /** Where the TLVs begin. */
    long tlvOffset() {
        return headerSize + imageSize;
    }

    /** Whether a bit is set. */
    public boolean has(ImageFlag flag) {
        return (flags & flag.mask()) != 0;
    }

    /** The known bits that are set. */
    public Set<ImageFlag> knownFlags() {
        Set<ImageFlag> known = EnumSet.noneOf(ImageFlag.class);
        for (ImageFlag flag : ImageFlag.values()) {
            if (has(flag)) {
                known.add(flag);
            }
        }
        return known;
    }
}
