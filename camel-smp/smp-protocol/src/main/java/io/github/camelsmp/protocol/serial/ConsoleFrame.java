package io.github.camelsmp.protocol.serial;

/** The lines of one message while they come in (protocol.md 7.1). */
final class ConsoleFrame {

    private static final int LENGTH_SIZE = 2;
    private static final int CRC_SIZE = 2;

    private final ConsoleDecoder.Listener listener;
    private final ByteBuild bytes = new ByteBuild();
    private boolean begun;

    ConsoleFrame(ConsoleDecoder.Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes one line in.
     *
     * @param starts whether it carries the marker of a first line
     * @return false if it is not base64, so that it must be something else
     */
    boolean accept(boolean starts, byte[] line, int offset, int length) {
        if (starts) {
            begin();
        } else if (!begun) {
            listener.discarded("a continuation line without a first line");
            return true;
        }
        if (!decode(line, offset, withoutBlanks(line, offset, length))) {
            drop("a line that is not base64");
            return false;
        }
        check();
        return true;
    }

    /** Gives up what has been collected. */
    void drop(String reason) {
        begun = false;
        listener.discarded(reason);
    }

    private void begin() {
        if (begun) {
            listener.discarded("a frame that ended after " + bytes.size() + " of " + announced() + " bytes");
        }
        begun = true;
        bytes.clear();
    }

    private boolean decode(byte[] line, int offset, int length) {
        if (length == 0 || length % 4 != 0) {
            return false;
        }
        bytes.reserve(length / 4 * 3 + Base64Lines.SLACK);
        int decoded = Base64Lines.decode(line, offset, length, bytes.array(), bytes.size());
        if (decoded == Base64Lines.INVALID) {
            return false;
        }
        bytes.grow(decoded);
        return true;
    }

    private static int withoutBlanks(byte[] line, int offset, int length) {
        int end = offset + length;
        while (end > offset && (line[end - 1] == '\r' || line[end - 1] == ' ' || line[end - 1] == '\t')) {
            end--;
        }
        return end - offset;
    }

    /** Bytes of the whole frame, as its first two say. */
    private int announced() {
        byte[] array = bytes.array();
        return LENGTH_SIZE + ((array[0] & 0xff) << 8 | array[1] & 0xff);
    }

    private void check() {
        if (bytes.size() < LENGTH_SIZE) {
            drop("a first line without a whole length");
        } else if (announced() < LENGTH_SIZE + CRC_SIZE) {
            drop("a frame whose length leaves no room for its checksum");
        } else if (bytes.size() > announced()) {
            drop("a frame of " + bytes.size() + " bytes that announced " + announced());
        } else if (bytes.size() == announced()) {
            finish();
        }
    }

    private void finish() {
        int end = bytes.size() - CRC_SIZE;
        int residue = Crc16.of(bytes.array(), LENGTH_SIZE, bytes.size() - LENGTH_SIZE);
        if (residue != 0) {
            drop("a frame of " + bytes.size() + " bytes with a wrong checksum");
            return;
        }
        begun = false;
        listener.message(bytes.copy(LENGTH_SIZE, end));
    }
}
