package io.github.camelsmp.simulator.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** A command refuses its request. Thrown by commands, sent in the form the protocol version wants (protocol.md 3). */
public final class Refusal extends RuntimeException {

    /** Unclassified. */
    public static final int EUNKNOWN = 1;
    /** No buffer is free. */
    public static final int ENOMEM = 2;
    /** The request is malformed. */
    public static final int EINVAL = 3;
    /** There is no such thing. */
    public static final int ENOENT = 5;
    /** The answer is too large for a buffer. */
    public static final int EMSGSIZE = 7;
    /** No such group or command, or it is not compiled in. */
    public static final int ENOTSUP = 8;
    /** The payload is shorter than the header says. */
    public static final int ECORRUPT = 9;
    /** Try again later. */
    public static final int EBUSY = 10;
    /** A hook of the application said no. */
    public static final int EACCESSDENIED = 11;
    /** The server does not know a protocol this old. */
    public static final int TOO_OLD = 12;
    /** The server does not know a protocol this new. */
    public static final int TOO_NEW = 13;

    private static final int NO_GROUP = -1;

    private final int group;
    private final int code;
    private final String reason;
    private final Map<String, Object> beside;

    private Refusal(int group, int code, String reason, Map<String, Object> beside) {
        super(null, null, false, false);
        this.group = group;
        this.code = code;
        this.reason = reason;
        this.beside = beside;
    }

    /** An error of the SMP layer, the same in both versions: {@code {"rc": code}}. */
    public static Refusal rc(int code) {
        return new Refusal(NO_GROUP, code, "", Map.of());
    }

    /** An error of a group: {@code {"err": {"group": group, "rc": code}}} in version 2, translated in version 1. */
    public static Refusal group(int group, int code) {
        return new Refusal(group, code, "", Map.of());
    }

    /** The same with the free text that servers with verbose errors add in version 1. */
    public Refusal because(String text) {
        return new Refusal(group, code, text, beside);
    }

    /** The same with a key beside the error, which version 1 loses. */
    public Refusal and(String key, Object value) {
        Map<String, Object> keys = new LinkedHashMap<>(beside);
        keys.put(key, value);
        return new Refusal(group, code, reason, keys);
    }

    /** Whether the SMP layer raised it. */
    boolean isPlain() {
        return group == NO_GROUP;
    }

    int group() {
        return group;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    Map<String, Object> beside() {
        return beside;
    }

    @Override
    public String getMessage() {
        return isPlain() ? "refused with rc " + code : "refused with error " + code + " of group " + group;
    }
}
