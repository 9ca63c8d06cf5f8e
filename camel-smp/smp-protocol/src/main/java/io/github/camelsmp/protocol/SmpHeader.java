package io.github.camelsmp.protocol;

/**
 * The eight bytes in front of every payload (protocol.md 1).
 *
 * @param version error form a server may use in its answer
 * @param op what the message is
 * @param flags 0; no flag is defined
 * @param length bytes of payload behind the header, 0 to 65535
 * @param group group id, 0 to 65535
 * @param sequence number the server echoes, 0 to 255
 * @param command command id within the group, 0 to 255
 */
public record SmpHeader(SmpVersion version, SmpOp op, int flags, int length, int group, int sequence, int command) {

    /** Bytes of a header on the wire. */
    public static final int SIZE = 8;

    /** @throws IllegalArgumentException naming the field that is out of range */
    public SmpHeader {
        requireRange("flags", flags, 0xff);
        requireRange("length", length, 0xffff);
        requireRange("group", group, 0xffff);
        requireRange("sequence", sequence, 0xff);
        requireRange("command", command, 0xff);
    }

    private static void requireRange(String field, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(field + " of an SMP header is " + value + ", it may be 0 to " + max);
        }
    }

    /** The header a server answers this request with, for a payload of {@code length} bytes. */
    public SmpHeader response(int length) {
        return new SmpHeader(version, op.response(), 0, length, group, sequence, command);
    }

    /** Whether this is an answer to {@code request}: same sequence, group and command, and the op that follows. */
    public boolean answers(SmpHeader request) {
        return sequence == request.sequence
                && group == request.group
                && command == request.command
                && op == request.op.response();
    }

    /** Writes the eight bytes to {@code target} from {@code offset}. */
    public void writeTo(byte[] target, int offset) {
        target[offset] = (byte) (version.bits() << 3 | op.code());
        target[offset + 1] = (byte) flags;
        target[offset + 2] = (byte) (length >> 8);
        target[offset + 3] = (byte) length;
        target[offset + 4] = (byte) (group >> 8);
        target[offset + 5] = (byte) group;
        target[offset + 6] = (byte) sequence;
        target[offset + 7] = (byte) command;
    }

    /**
     * Reads a header; reserved bits are ignored.
     *
     * @throws SmpProtocolException if fewer than eight bytes are there, or version or op are not known
     */
    public static SmpHeader readFrom(byte[] source, int offset, int available) {
        if (available < SIZE) {
            throw new SmpProtocolException("an SMP message has a header of 8 bytes, only " + available + " are there");
        }
        int first = source[offset] & 0xff;
        return new SmpHeader(
                SmpVersion.ofBits(first >> 3 & 3),
                SmpOp.of(first & 7),
                source[offset + 1] & 0xff,
                unsigned16(source, offset + 2),
                unsigned16(source, offset + 4),
                source[offset + 6] & 0xff,
                source[offset + 7] & 0xff);
    }

    private static int unsigned16(byte[] source, int offset) {
        return (source[offset] & 0xff) << 8 | source[offset + 1] & 0xff;
    }
}
