package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.serial.Crc16;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** How the two servers cut a message into lines (protocol.md 7.2). Both send at most 127 bytes a line, not the same. */
final class ConsoleLines {

    private static final byte[] FIRST = {0x06, 0x09};
    private static final byte[] FURTHER = {0x04, 0x14};
    /** Message bytes in a full line of Zephyr's; the length field travels beside them in the first one. */
    private static final int ZEPHYR_BUDGET = 90;
    /** Frame bytes in a full line of MCUboot's. */
    private static final int MCUBOOT_BUDGET = 93;

    private ConsoleLines() {}

    /**
     * Zephyr encodes the first message byte together with the length, the rest in threes, and the checksum never over
     * two lines: where it would not fit whole, a byte at least goes with it to the next.
     */
    static List<byte[]> zephyr(byte[] message) {
        List<byte[]> lines = new ArrayList<>();
        int sent = 0;
        while (sent < message.length) {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            byte[] marker = sent == 0 ? FIRST : FURTHER;
            if (sent == 0) {
                raw.writeBytes(bigEndian(message.length + 2));
                raw.write(message[sent++]);
            }
            int left = message.length - sent;
            boolean last = left + 2 <= ZEPHYR_BUDGET;
            int taken = last ? left : threesOf(Math.min(ZEPHYR_BUDGET, left == ZEPHYR_BUDGET ? left - 1 : left));
            raw.write(message, sent, taken);
            sent += taken;
            if (last) {
                raw.writeBytes(checksum(message));
            }
            lines.add(line(marker, raw.toByteArray()));
        }
        return lines;
    }

    private static int threesOf(int bytes) {
        return bytes / 3 * 3;
    }

    /** MCUboot encodes the whole frame and cuts what comes out. */
    static List<byte[]> mcuboot(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(bigEndian(message.length + 2));
        frame.writeBytes(message);
        frame.writeBytes(checksum(message));
        byte[] raw = frame.toByteArray();
        List<byte[]> lines = new ArrayList<>();
        for (int at = 0; at < raw.length; at += MCUBOOT_BUDGET) {
            byte[] part = Arrays.copyOfRange(raw, at, Math.min(raw.length, at + MCUBOOT_BUDGET));
            lines.add(line(at == 0 ? FIRST : FURTHER, part));
        }
        return lines;
    }

    private static byte[] checksum(byte[] message) {
        return bigEndian(Crc16.of(message, 0, message.length));
    }

    private static byte[] bigEndian(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] line(byte[] marker, byte[] raw) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(marker);
        line.writeBytes(Base64.getEncoder().encode(raw));
        line.write('\n');
        return line.toByteArray();
    }
}
