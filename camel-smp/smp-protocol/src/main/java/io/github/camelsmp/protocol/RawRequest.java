package io.github.camelsmp.protocol;

/**
 * Any command of any group, with its answer as it comes: for groups of users and vendors that have no records yet, and
 * for legacy groups whose commands are not published.
 *
 * @param op {@link SmpOp#READ} or {@link SmpOp#WRITE}
 * @param group group id, 0 to 65535
 * @param command command id, 0 to 255
 * @param payload keys and values of the request
 * @param repeatable whether it may be sent again when no answer comes; servers execute every copy
 */
public record RawRequest(SmpOp op, int group, int command, CborMap payload, boolean repeatable)
        implements SmpRequest<CborMap> {

    /** @throws IllegalArgumentException naming what is out of range */
    public RawRequest {
        if (!op.isRequest()) {
            throw new IllegalArgumentException("a request is READ or WRITE, not " + op);
        }
        if (group < 0 || group > 0xffff) {
            throw new IllegalArgumentException("group is " + group + ", it may be 0 to 65535");
        }
        if (command < 0 || command > 0xff) {
            throw new IllegalArgumentException("command is " + command + ", it may be 0 to 255");
        }
    }

    /** A command that changes nothing on the device and may be repeated. */
    public static RawRequest read(int group, int command, CborMap payload) {
        return new RawRequest(SmpOp.READ, group, command, payload, true);
    }

    /** A command that is sent once only. */
    public static RawRequest write(int group, int command, CborMap payload) {
        return new RawRequest(SmpOp.WRITE, group, command, payload, false);
    }

    @Override
    public CborMap readResponse(CborMap answer) {
        return answer;
    }
}
