package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.SmpHeader;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Puts messages together from notifications by the length in their headers. A message never begins in the middle of a
 * notification (protocol.md 10), so whatever is wrong with one message, the next is read again. Not thread-safe.
 */
final class Reassembler {
    private static final int LENGTH_AT = 2;

    private final Consumer<byte[]> messages;
    private final Consumer<String> discarded;
    private byte[] message = {};
    private int received;

    /**
     * @param messages takes whole messages
     * @param discarded is told of bytes that are none
     */
    Reassembler(Consumer<byte[]> messages, Consumer<String> discarded) {
        this.messages = messages;
        this.discarded = discarded;
    }

    void feed(byte[] chunk) {
        if (received == 0) {
            begin(chunk);
        } else {
            append(chunk);
        }
    }

    /** What is there of a message will not become whole. */
    void reset() {
        if (received > 0) {
            discarded.accept("a message that ended after " + received + " of " + message.length + " bytes");
            received = 0;
        }
    }

    private void begin(byte[] chunk) {
        if (chunk.length < SmpHeader.SIZE) {
            discarded.accept("a notification of " + chunk.length + " bytes where a message should begin");
            return;
        }
        int length = SmpHeader.SIZE + ((chunk[LENGTH_AT] & 0xff) << 8 | chunk[LENGTH_AT + 1] & 0xff);
        if (chunk.length > length) {
            discarded.accept((chunk.length - length) + " bytes behind the end of a message");
        }
        message = Arrays.copyOf(chunk, length);
        received = Math.min(chunk.length, length);
        deliverWhenWhole();
    }

    /** What does not fit is taken for the beginning of the next message: the end of this one was lost. */
    private void append(byte[] chunk) {
        if (chunk.length > message.length - received) {
            reset();
            begin(chunk);
            return;
        }
        System.arraycopy(chunk, 0, message, received, chunk.length);
        received += chunk.length;
        deliverWhenWhole();
    }

    private void deliverWhenWhole() {
        if (received == message.length) {
            received = 0;
            messages.accept(message);
        }
    }
}
