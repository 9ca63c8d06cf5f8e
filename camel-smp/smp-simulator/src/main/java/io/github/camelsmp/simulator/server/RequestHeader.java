package io.github.camelsmp.simulator.server;

/**
 * The header of a request, whatever its bits say (protocol.md 1).
 *
 * @param version bits 3 and 4 of the first byte: 0 is the original protocol, 1 the second
 * @param op 0 read, 2 write; anything else is no request
 * @param length bytes of payload it announces
 * @param group 0 to 65535, whether the server has it or not
 * @param sequence 0 to 255, which the answer repeats
 * @param command 0 to 255
 */
public record RequestHeader(int version, int op, int length, int group, int sequence, int command) {

    /** Bytes of a header. */
    public static final int SIZE = 8;

    /** Reads the eight bytes at an offset. */
    static RequestHeader read(byte[] packet, int at) {
        return new RequestHeader(
                packet[at] >> 3 & 3,
                packet[at] & 7,
                unsigned16(packet, at + 2),
                unsigned16(packet, at + 4),
                packet[at + 6] & 0xff,
                packet[at + 7] & 0xff);
    }

    /** The length that the header at the start of some bytes announces, header included. */
    public static int messageLength(byte[] bytes) {
        return SIZE + unsigned16(bytes, 2);
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Header and payload of the answer: that to a read, or that to a write for whatever else was asked. */
    byte[] answer(int version, byte[] payload) {
        byte[] answer = new byte[SIZE + payload.length];
        answer[0] = (byte) (version << 3 | (op == 0 ? 1 : 3));
        answer[2] = (byte) (payload.length >> 8);
        answer[3] = (byte) payload.length;
        answer[4] = (byte) (group >> 8);
        answer[5] = (byte) group;
        answer[6] = (byte) sequence;
        answer[7] = (byte) command;
        System.arraycopy(payload, 0, answer, SIZE, payload.length);
        return answer;
    }
}
