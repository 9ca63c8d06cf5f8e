package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.SmpHeader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The messages of several writes that nothing followed from the other side. One that is sent again means that the
 * server may sit there with a part of it. Any thread may call it.
 */
final class Unanswered {
    private static final int SEQUENCE_AT = 6;

    private final Set<Integer> messages = new HashSet<>();

    /** Remembers a message, and says whether it was remembered; only its sequence number may be another. */
    synchronized boolean sent(byte[] message) {
        return !messages.add(31 * Arrays.hashCode(Arrays.copyOf(message, SEQUENCE_AT))
                + Arrays.hashCode(Arrays.copyOfRange(message, SmpHeader.SIZE - 1, message.length)));
    }

    synchronized void heard() {
        messages.clear();
    }
}
