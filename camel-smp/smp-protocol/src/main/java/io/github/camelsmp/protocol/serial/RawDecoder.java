package io.github.camelsmp.protocol.serial;

import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpProtocolException;
import java.util.function.Predicate;

/**
 * Cuts a stream of bare messages by the length in their headers (protocol.md 8). Takes chunks of any size. There is no
 * marker to search for: after bytes that cannot be a header everything is discarded until {@link #silence}. Not safe
 * for use by several threads at once.
 */
public final class RawDecoder {

    /** Hears what was found, on the thread that feeds. */
    public interface Listener {

        /** A whole message; its payload is not looked at. The array is the listener's. */
        void message(byte[] message);

        /** Bytes that cannot be a message, and why. */
        void discarded(String reason);
    }

    private final Listener listener;
    private final Predicate<SmpHeader> expected;
    private final ByteBuild bytes = new ByteBuild();

    /** Bytes of the message that is coming in, or of a header while its length is not known. */
    private int needed = SmpHeader.SIZE;

    private boolean draining;

    /** Takes every message whose header is sound. */
    public RawDecoder(Listener listener) {
        this(listener, header -> true);
    }

    /** @param expected says whether a sound header may be one of ours, e.g. that it is a response */
    public RawDecoder(Listener listener, Predicate<SmpHeader> expected) {
        this.listener = listener;
        this.expected = expected;
    }

    /** Goes on with the next bytes of the stream. */
    public void feed(byte[] chunk, int offset, int length) {
        int position = offset;
        int end = offset + length;
        while (position < end && !draining) {
            int piece = Math.min(needed - bytes.size(), end - position);
            bytes.add(chunk, position, piece);
            position += piece;
            if (bytes.size() == SmpHeader.SIZE) {
                readHeader();
            }
            if (bytes.size() == needed && !draining) {
                finish();
            }
        }
    }

    /** Whether everything is discarded until {@link #silence}. */
    public boolean draining() {
        return draining;
    }

    /** Whether part of a message is there and its rest is not. */
    public boolean incomplete() {
        return bytes.size() > 0;
    }

    /** Tells that the line has been silent for so long (50 ms or more) that the next byte begins a message. */
    public void silence() {
        if (incomplete()) {
            listener.discarded(bytes.size() + " bytes of a message that has no end");
        }
        startAnew();
    }

    private void readHeader() {
        try {
            SmpHeader header = SmpHeader.readFrom(bytes.array(), 0, bytes.size());
            if (header.flags() != 0) {
                drain("a header with flags " + header.flags());
            } else if (!expected.test(header)) {
                drain("a message nobody waits for: " + header);
            } else {
                needed = SmpHeader.SIZE + header.length();
            }
        } catch (SmpProtocolException notAHeader) {
            drain(notAHeader.getMessage());
        }
    }

    private void drain(String reason) {
        startAnew();
        draining = true;
        listener.discarded(reason);
    }

    private void finish() {
        byte[] message = bytes.copy(0, bytes.size());
        startAnew();
        listener.message(message);
    }

    private void startAnew() {
        bytes.clear();
        needed = SmpHeader.SIZE;
        draining = false;
    }
}
