package io.github.camelsmp.protocol.serial;

/**
 * Makes console lines of a message: length, message and checksum in base64, cut into lines that each begin with a
 * marker (protocol.md 7.1). Immutable.
 */
public final class ConsoleEncoder {

    /** The shortest line that carries anything: marker, four characters, newline, and one byte the servers reserve. */
    public static final int SHORTEST_LINE = 8;

    private final int lineLength;
    private final int groupsPerLine;

    /**
     * @param lineLength longest line in bytes, marker and newline included, 8 to 65535; servers take 128 unless they
     *     were built otherwise
     */
    public ConsoleEncoder(int lineLength) {
        if (lineLength < SHORTEST_LINE || lineLength > 65535) {
            throw new IllegalArgumentException(
                    "lineLength is " + lineLength + ", it may be " + SHORTEST_LINE + " to 65535");
        }
        this.lineLength = lineLength;
        this.groupsPerLine = ConsoleBudget.base64PerLine(lineLength) / 4;
    }

    /**
     * The lines of a message, one behind the other as they go onto the wire.
     *
     * @param message 1 to 65533 bytes
     */
    public byte[] encode(byte[] message) {
        if (message.length == 0 || message.length > ConsoleBudget.LARGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "a console frame holds 1 to " + ConsoleBudget.LARGEST_MESSAGE + " bytes, not " + message.length);
        }
        return new Lines(message).wire();
    }

    /** The lines of one message while they are written. */
    private final class Lines {

        private final byte[] message;
        private final byte[] wire;
        private int position;
        private int groupsLeft = groupsPerLine;

        Lines(byte[] message) {
            this.message = message;
            this.wire = new byte[ConsoleBudget.wireBytes(message.length, lineLength)];
        }

        byte[] wire() {
            marker(ConsoleMarker.START_1, ConsoleMarker.START_2);
            int length = message.length + 2;
            group(length << 8 | message[0] & 0xff);
            int tail = wholeGroups();
            lastGroups(tail);
            wire[position] = '\n';
            return wire;
        }

        private int wholeGroups() {
            int from = 1;
            int groups = (message.length - 1) / 3;
            while (groups > 0) {
                breakFullLine();
                int run = Math.min(groups, groupsLeft);
                Base64Lines.encode(message, from, run, wire, position);
                position += run * 4;
                groupsLeft -= run;
                from += run * 3;
                groups -= run;
            }
            return from;
        }

        /** Up to two bytes of the message, the checksum, and the padding. */
        private void lastGroups(int from) {
            int rest = message.length - from;
            int crc = Crc16.of(message, 0, message.length);
            long bits = crc;
            for (int i = 0; i < rest; i++) {
                bits |= (message[from + i] & 0xffL) << 8 * (rest + 1 - i);
            }
            if (rest == 0) {
                group((int) (bits << 8));
                wire[position - 1] = '=';
            } else if (rest == 1) {
                group((int) bits);
            } else {
                group((int) (bits >> 8));
                group((int) (bits & 0xff) << 16);
                wire[position - 1] = '=';
                wire[position - 2] = '=';
            }
        }

        private void group(int bits) {
            breakFullLine();
            Base64Lines.encode(bits, wire, position);
            position += 4;
            groupsLeft--;
        }

        private void breakFullLine() {
            if (groupsLeft == 0) {
                wire[position++] = '\n';
                marker(ConsoleMarker.CONTINUATION_1, ConsoleMarker.CONTINUATION_2);
                groupsLeft = groupsPerLine;
            }
        }

        private void marker(int first, int second) {
            wire[position++] = (byte) first;
            wire[position++] = (byte) second;
        }
    }
}
