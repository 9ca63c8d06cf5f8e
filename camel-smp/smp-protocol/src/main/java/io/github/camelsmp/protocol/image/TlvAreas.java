package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the protected and the unprotected TLV area (protocol.md 17.2). */
final class TlvAreas {

    /** Bytes in front of the entries of an area: magic and total length. */
    static final int INFO_SIZE = 4;

    /** Bytes in front of a value: type and length. */
    private static final int ENTRY_HEADER = 4;

    static final int UNPROTECTED_MAGIC = 0x6907;
    private static final int PROTECTED_MAGIC = 0x6908;

    private final ByteBuffer file;
    private final List<ImageTlv> tlvs = new ArrayList<>();
    private int end;

    private TlvAreas(byte[] file, int start) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.end = start;
    }

    static TlvAreas read(byte[] file, ImageHeader header) {
        TlvAreas areas = new TlvAreas(file, (int) header.tlvOffset());
        if (header.protectedSize() > 0) {
            areas.readProtected(header.protectedSize());
        }
        areas.readUnprotected();
        return areas;
    }

    /** The entries in the order of the file. */
    List<ImageTlv> tlvs() {
        return List.copyOf(tlvs);
    }

    /** Where the last area ends. */
    int end() {
        return end;
    }

    private void readProtected(int announced) {
        int length = info("protected TLV area", PROTECTED_MAGIC);
        if (length != announced) {
            throw new SmpImageException("the protected TLV area at offset " + end + " has " + length
                    + " bytes, the header at offset 10 says " + announced);
        }
        readArea(length, true);
    }

    private void readUnprotected() {
        readArea(info("TLV area", UNPROTECTED_MAGIC), false);
    }

    private int info(String area, int magic) {
        if (end + INFO_SIZE > file.limit()) {
            throw new SmpImageException("the file ends where the " + area + " is due, at offset " + end);
        }
        int found = Short.toUnsignedInt(file.getShort(end));
        if (found != magic) {
            throw new SmpImageException(String.format(
                    "magic of the %s at offset %d is 0x%04x, not 0x%04x: the image is not signed, or damaged",
                    area, end, found, magic));
        }
        int length = Short.toUnsignedInt(file.getShort(end + 2));
        if (length < INFO_SIZE || end + length > file.limit()) {
            throw new SmpImageException("length of the " + area + " at offset " + (end + 2) + " is " + length
                    + ", there are " + (file.limit() - end) + " bytes left in the file");
        }
        return length;
    }

    private void readArea(int length, boolean isProtected) {
        int areaEnd = end + length;
        int at = end + INFO_SIZE;
        while (at < areaEnd) {
            if (at + ENTRY_HEADER > areaEnd) {
                throw new SmpImageException("the TLV at offset " + at + " is cut off by the end of its area");
            }
            int size = Short.toUnsignedInt(file.getShort(at + 2));
            int value = at + ENTRY_HEADER;
            if (value + size > areaEnd) {
                throw new SmpImageException("length of the TLV at offset " + at + " is " + size + ", its area has "
                        + (areaEnd - value) + " bytes left");
            }
            byte[] bytes = Arrays.copyOfRange(file.array(), value, value + size);
            tlvs.add(new ImageTlv(Short.toUnsignedInt(file.getShort(at)), isProtected, at, bytes));
            at = value + size;
        }
        end = areaEnd;
    }
}
