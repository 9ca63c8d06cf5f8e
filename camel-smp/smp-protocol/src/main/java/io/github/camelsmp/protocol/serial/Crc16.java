package io.github.camelsmp.protocol.serial;

/**
 * The checksum of a console frame: polynomial 0x1021, initial value 0, nothing reflected, no final xor (protocol.md
 * 7.1).
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;

    /** How many bytes one round of the main loop takes in. */
    private static final int STRIDE = 8;

    /** {@code TABLE[k << 8 | b]}: what a byte b contributes that k more bytes of its stride follow. */
    private static final char[] TABLE = table();

    private Crc16() {}

    private static char[] table() {
        char[] table = new char[STRIDE * 256];
        for (int value = 0; value < 256; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[value] = (char) crc;
        }
        for (int entry = 256; entry < table.length; entry++) {
            int shorter = table[entry - 256];
            table[entry] = (char) (shorter << 8 ^ table[shorter >> 8]);
        }
        return table;
    }

    /** The checksum of {@code length} bytes, 0 to 0xffff. */
    public static int of(byte[] source, int offset, int length) {
        return update(0, source, offset, length);
    }

    /** Goes on with the checksum of what came before. */
    public static int update(int crc, byte[] source, int offset, int length) {
        char[] table = TABLE;
        int position = offset;
        int end = offset + length;
        int sum = crc;
        for (; position <= end - STRIDE; position += STRIDE) {
            sum = table[0x700 | source[position] & 0xff ^ sum >> 8]
                    ^ table[0x600 | source[position + 1] & 0xff ^ sum & 0xff]
                    ^ table[0x500 | source[position + 2] & 0xff]
                    ^ table[0x400 | source[position + 3] & 0xff]
                    ^ table[0x300 | source[position + 4] & 0xff]
                    ^ table[0x200 | source[position + 5] & 0xff]
                    ^ table[0x100 | source[position + 6] & 0xff]
                    ^ table[source[position + 7] & 0xff];
        }
        for (; position < end; position++) {
            sum = (sum << 8 ^ table[source[position] & 0xff ^ sum >> 8]) & 0xffff;
        }
        return sum;
    }
}
