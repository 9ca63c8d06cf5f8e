package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.util.Arrays;

/**
 * One line of an Intel HEX file (protocol.md 19.2).
 *
 * @param line its number in the file, from 1
 * @param type 0 data, 1 end, 2 and 4 addresses, 3 and 5 where to start
 * @param offset the 16 bits of address in the line
 * @param data its bytes
 */
record HexRecord(int line, int type, int offset, byte[] data) {

    static final int DATA = 0;
    static final int END = 1;
    static final int SEGMENT = 2;
    static final int START_SEGMENT = 3;
    static final int LINEAR = 4;
    static final int START_LINEAR = 5;

    /** Length, address, type and checksum. */
    private static final int OVERHEAD = 5;

    /** Reads the characters from the colon to the end of the line. */
    static HexRecord parse(byte[] text, int from, int to, int line) {
        if (text[from] != ':') {
            throw fault(line, "does not begin with a colon");
        }
        int digits = to - from - 1;
        if (digits % 2 != 0 || digits < 2 * OVERHEAD) {
            throw fault(line, "has " + digits + " digits, an even number from 10 on is due");
        }
        byte[] bytes = decode(text, from + 1, digits / 2, line);
        if (bytes.length != OVERHEAD + (bytes[0] & 0xff)) {
            throw fault(line, "announces " + (bytes[0] & 0xff) + " bytes of data and has " + (bytes.length - OVERHEAD));
        }
        requireChecksum(bytes, line);
        int offset = (bytes[1] & 0xff) << 8 | bytes[2] & 0xff;
        return new HexRecord(line, bytes[3] & 0xff, offset, Arrays.copyOfRange(bytes, 4, bytes.length - 1));
    }

    private static byte[] decode(byte[] text, int from, int count, int line) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int high = Character.digit(text[from + 2 * i], 16);
            int low = Character.digit(text[from + 2 * i + 1], 16);
            if (high < 0 || low < 0) {
                throw fault(line, "holds something else than hexadecimal digits");
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static void requireChecksum(byte[] bytes, int line) {
        int sum = 0;
        for (byte value : bytes) {
            sum += value;
        }
        if ((sum & 0xff) != 0) {
            throw fault(line, "has a wrong checksum");
        }
    }

    /** The 16 bits of address that a line of type 2 or 4 carries. */
    int address() {
        if (data.length != 2) {
            throw fault(line, "carries an address of " + data.length + " bytes, it is due 2");
        }
        return (data[0] & 0xff) << 8 | data[1] & 0xff;
    }

    static SmpImageException fault(int line, String what) {
        return new SmpImageException("line " + line + " of the Intel HEX file " + what);
    }
}
