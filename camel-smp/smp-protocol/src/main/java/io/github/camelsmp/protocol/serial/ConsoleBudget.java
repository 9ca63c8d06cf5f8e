package io.github.camelsmp.protocol.serial;

/** What console framing costs (protocol.md 7.2 and 12.2). */
public final class ConsoleBudget {

    /** Bytes of a frame beside the message: the length in front of it and the checksum behind. */
    public static final int LENGTH_AND_CRC = 4;

    /** A header and the empty map. */
    static final int SMALLEST_MESSAGE = 9;

    /** The smallest decoded buffer that holds a message. */
    static final int SMALLEST_BUFFER = SMALLEST_MESSAGE + LENGTH_AND_CRC;

    /** The largest message a frame can hold: its length field counts the checksum too. */
    static final int LARGEST_MESSAGE = 0xffff - 2;

    /** Marker and newline of a line. */
    static final int LINE_OVERHEAD = 3;

    /** Base64 of a frame's length and checksum with its padding, and the marker: what is set aside for each line. */
    private static final int SET_ASIDE_PER_LINE = 10;

    private ConsoleBudget() {}

    /** Rounds a size down to that of a message that fills its last line, unless it has only one. */
    public static int wholeLines(int message, int lineLength) {
        int perLine = base64PerLine(lineLength) / 4 * 3;
        int lines = (message + LENGTH_AND_CRC) / perLine;
        return lines == 0 ? message : lines * perLine - LENGTH_AND_CRC;
    }

    /**
     * The largest message that fits a decoded buffer.
     *
     * @param bufferSize bytes of the buffer, which holds length and checksum too
     */
    static int largestMessage(int bufferSize) {
        return Math.min(LARGEST_MESSAGE, bufferSize - LENGTH_AND_CRC);
    }

    /**
     * The largest message that fits line buffers.
     *
     * @param mtu bytes of all line buffers together
     * @param lines how many they are
     * @return bytes, 0 if nothing fits
     */
    public static int largestMessage(long mtu, int lines) {
        long room = decodedFrom(mtu) - (SET_ASIDE_PER_LINE * (long) lines + 1);
        return (int) Math.max(0, Math.min(LARGEST_MESSAGE, room));
    }

    private static long decodedFrom(long base64) {
        return base64 < 4 ? 0 : base64 * 3 / 4 - 2;
    }

    /**
     * Base64 characters of a full line: the largest multiple of four that fits.
     *
     * @param lineLength longest line in bytes, marker and newline included, at least 8
     */
    public static int base64PerLine(int lineLength) {
        return (lineLength - 4) / 4 * 4;
    }

    /**
     * Bytes on the wire for a message, as {@link ConsoleEncoder} cuts it.
     *
     * @param messageSize bytes of the message
     * @param lineLength longest line in bytes, marker and newline included, at least 8
     */
    public static int wireBytes(int messageSize, int lineLength) {
        int base64 = base64Of(messageSize + LENGTH_AND_CRC);
        return base64 + LINE_OVERHEAD * linesOf(base64, base64PerLine(lineLength));
    }

    /**
     * Lines on the wire for a message, as {@link ConsoleEncoder} cuts it.
     *
     * @param messageSize bytes of the message
     * @param lineLength longest line in bytes, marker and newline included, at least 8
     */
    public static int lines(int messageSize, int lineLength) {
        return linesOf(base64Of(messageSize + LENGTH_AND_CRC), base64PerLine(lineLength));
    }

    private static int base64Of(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private static int linesOf(int base64, int perLine) {
        return (base64 + perLine - 1) / perLine;
    }
}
