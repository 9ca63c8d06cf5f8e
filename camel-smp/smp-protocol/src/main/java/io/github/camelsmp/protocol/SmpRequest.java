package io.github.camelsmp.protocol;

import java.util.Optional;

/**
 * A command of a management group, ready to be sent, that knows how to read its answer.
 *
 * <p>The groups of Zephyr and MCUboot are in {@code io.github.camelsmp.protocol.group}; a group of your own is a record
 * that implements this interface.
 *
 * @param <R> what a successful answer becomes
 */
public interface SmpRequest<R> {

    /** {@link SmpOp#READ} or {@link SmpOp#WRITE}. */
    SmpOp op();

    /** Group id, 0 to 65535. */
    int group();

    /** Command id within the group, 0 to 255. */
    int command();

    /** The keys and values of the request. */
    default CborMap payload() {
        return CborMap.EMPTY;
    }

    /**
     * Reads the answer, after {@link #errorIn} found nothing in it.
     *
     * @throws SmpProtocolException naming the key that is missing or of the wrong type
     */
    R readResponse(CborMap payload);

    /** The error an answer carries, if it carries one (protocol.md 3). */
    default Optional<SmpError> errorIn(CborMap payload) {
        return SmpError.in(payload);
    }

    /**
     * Whether the request may be sent again when its answer does not come. Servers execute every copy they receive
     * (protocol.md 13.4).
     */
    default boolean repeatable() {
        return op() == SmpOp.READ;
    }

    /** What is asked, for messages to people, e.g. {@code image upload (group 1, command 1)}. */
    default String describe() {
        return RequestName.of(getClass()) + " (group " + group() + ", command " + command() + ")";
    }

    /** How long the server may be silent while it works on this. */
    default Patience patience() {
        return Patience.REQUEST;
    }

    /** The waiting times a client keeps apart (protocol.md 15). */
    enum Patience {
        /** An ordinary answer: seconds. */
        REQUEST,
        /** The last chunk of an upload: the final write, the trailer, and perhaps a hash over the slot. */
        LAST_CHUNK,
        /** Whatever erases flash or reads all of it: tens of seconds. */
        ERASE
    }
}
