package io.github.camelsmp.protocol;

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

    /** The error in an answer, or empty for a success. */
    public static Optional<SmpError> in(CborMap payload) {
        throw new UnsupportedOperationException();
    }

    /** The name of the code in Zephyr's sources; the number as text if it has none. */
    public String codeName() {
        throw new UnsupportedOperationException();
    }

    /** What to do about it, where there is something to be done. */
    public Optional<String> advice() {
        throw new UnsupportedOperationException();
    }

    /** Name, number, group, the server's own reason and the advice in one sentence. */
    public String describe() {
        throw new UnsupportedOperationException();
    }
}
