package io.github.camelsmp.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An Intel HEX file as linkers and mergers write it, for tests of what reads such files (protocol.md 19.2). */
public final class HexFile {

    private static final int LINE = 16;

    private final StringBuilder lines = new StringBuilder();

    /**
     * Adds bytes.
     *
     * @param address where the first of them belongs, a multiple of 16
     * @throws IllegalArgumentException if it is not
     */
    public HexFile with(int address, byte[] bytes) {
        if (address % LINE != 0) {
            throw new IllegalArgumentException("address is " + address + ", it must be a multiple of " + LINE);
        }
        for (int at = 0; at < bytes.length; at += LINE) {
            int target = address + at;
            if (at == 0 || target % 0x10000 == 0) {
                line(0, 4, new byte[] {(byte) (target >> 24), (byte) (target >> 16)});
            }
            line(target & 0xffff, 0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + LINE)));
        }
        return this;
    }

    /** The text of the file, with its end record. */
    public byte[] bytes() {
        return (lines + ":00000001FF\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void line(int address, int type, byte[] data) {
        byte[] record = new byte[data.length + 5];
        record[0] = (byte) data.length;
        record[1] = (byte) (address >> 8);
        record[2] = (byte) address;
        record[3] = (byte) type;
        System.arraycopy(data, 0, record, 4, data.length);
        int sum = 0;
        for (byte b : record) {
            sum += b;
        }
        record[record.length - 1] = (byte) -sum;
        lines.append(':')
                .append(HexFormat.of().withUpperCase().formatHex(record))
                .append('\n');
    }
}
