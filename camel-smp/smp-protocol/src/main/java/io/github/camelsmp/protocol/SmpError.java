package io.github.camelsmp.protocol;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * An error a server reports, in either of its two forms (protocol.md 3 and 4).
 *
 * @param group the group whose table the code belongs to, or {@link #NO_GROUP} for the common table
 * @param code the number, never 0
 * @param reason free text of servers built with verbose errors; empty otherwise
 */
public record SmpError(int group, int code, String reason) {

    /** The group of errors that the SMP layer itself raises with {@code rc}. */
    public static final int NO_GROUP = -1;

    /**
     * The error in an answer, or empty for a success. The form follows from what the map holds, never from the version
     * that was asked for.
     */
    public static Optional<SmpError> in(CborMap payload) {
        Optional<SmpError> error = ofGroup(payload);
        return error.isPresent() ? error : common(payload);
    }

    /**
     * The error of a group in an answer, {@code err: {group, rc}}, whatever {@code rc} may stand beside it. Some
     * development snapshots of Zephyr name the map {@code ret}.
     */
    public static Optional<SmpError> ofGroup(CborMap payload) {
        Optional<SmpError> error = named("err", payload);
        return error.isPresent() ? error : named("ret", payload);
    }

    private static Optional<SmpError> named(String key, CborMap payload) {
        return payload.optionalMap(key)
                .filter(map -> code(map) != 0)
                .map(map -> new SmpError(small(map.asMap().get("group"), NO_GROUP), code(map), reason(payload)));
    }

    private static Optional<SmpError> common(CborMap payload) {
        int code = code(payload);
        return code == 0 ? Optional.empty() : Optional.of(new SmpError(NO_GROUP, code, reason(payload)));
    }

    private static int code(CborMap map) {
        return small(map.asMap().get("rc"), 0);
    }

    private static String reason(CborMap payload) {
        return payload.asMap().get("rsn") instanceof String text ? text : "";
    }

    /** Numbers beyond 32 bits occur in noise only; they must not turn into a success. */
    private static int small(Object value, int otherwise) {
        if (value instanceof Long number) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
        }
        return value instanceof BigInteger ? Integer.MAX_VALUE : otherwise;
    }

    /** This error as the payload a server answers with, without its reason: {@code rc}, or {@code err} of a group. */
    public CborMap toPayload() {
        return group == NO_GROUP
                ? CborMap.of(Map.of("rc", code))
                : CborMap.of(Map.of("err", Map.of("group", group, "rc", code)));
    }

    /** The name of the code in Zephyr's sources, e.g. {@code NO_FREE_SLOT}; the number as text if it has none. */
    public String codeName() {
        return SmpErrorNames.code(group, code).orElseGet(() -> Integer.toString(code));
    }

    /** What to do about it, where there is something to be done. */
    public Optional<String> advice() {
        return SmpErrorAdvice.on(group, code);
    }

    /** Name, number, group, the server's own reason and the advice in one sentence. */
    public String describe() {
        StringBuilder text = new StringBuilder(codeName()).append(" (");
        if (group == NO_GROUP) {
            text.append("rc ").append(code);
        } else {
            text.append("group ").append(group);
            SmpErrorNames.group(group).ifPresent(name -> text.append(' ').append(name));
            text.append(", code ").append(code);
        }
        text.append(')');
        if (!reason.isEmpty()) {
            text.append(", the device says \"")
                    .append(DeviceText.quoted(reason))
                    .append('"');
        }
        advice().ifPresent(advice -> text.append(": ").append(advice));
        return text.toString();
    }
}
