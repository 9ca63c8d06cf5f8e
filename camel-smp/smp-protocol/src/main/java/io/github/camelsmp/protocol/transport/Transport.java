package io.github.camelsmp.protocol.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line to one device that carries whole SMP messages. It is opened once; after it broke or closed a new one is made. */
public interface Transport extends AutoCloseable {

    /**
     * Opens the line without blocking the caller.
     *
     * @param listener hears everything that happens on the line, one call at a time, until the line is closed
     * @return done when messages can be sent, or failed with a {@link io.github.camelsmp.protocol.SmpTransportException}
     */
    CompletionStage<Void> open(TransportListener listener);

    /**
     * Sends one whole message without blocking the caller. A line that breaks says so to the listener.
     *
     * @param message header and payload, at most {@link #largestMessage} bytes; it belongs to the transport from now on
     */
    void send(byte[] message);

    /**
     * Whether a console shares the line with messages (protocol.md 7): {@link #type} reaches it, and the device collects
     * messages in a pool of text lines, which overflows when they come faster than it works.
     */
    default boolean isConsole() {
        return false;
    }

    /**
     * Sends bytes as they are to the console that shares the line, without blocking the caller.
     *
     * @param keys belong to the transport from now on
     * @return done when the bytes are under way; perhaps never on a line that broke, which its listener hears of
     * @throws UnsupportedOperationException where {@link #isConsole} is false
     */
    default CompletionStage<Void> type(byte[] keys) {
        throw new UnsupportedOperationException("no console shares this line");
    }

    /** The largest message, in bytes, while nothing is known of the server's buffers (protocol.md 12.1). */
    int largestMessage();

    /** The largest message, in bytes, for a server with these buffers. */
    int largestMessage(McumgrParameters parameters);

    /**
     * Finds out what {@link #largestMessage(McumgrParameters)} needs to know of a server beyond its buffers. Asked once
     * on an open line while nothing else is asked.
     *
     * @return done when it is found out, never failed
     */
    default CompletionStage<Void> tryOut(McumgrParameters parameters) {
        return CompletableFuture.completedFuture(null);
    }

    /** How many requests may be outstanding at a server with these buffers (protocol.md 13.2). */
    default int largestWindow(McumgrParameters parameters) {
        return parameters.safeWindow();
    }

    /**
     * Rounds a size in bytes down to that of a message that fills the last of the fragments it travels in. Lines that do
     * not cut messages leave it as it is.
     */
    default int wholeFragments(int size) {
        return size;
    }

    /**
     * Whether a device that fell silent may be found again on a new line: true where the address is a name that can
     * move, false where opening disturbs the device, as a serial port does.
     */
    default boolean worthReopening() {
        return false;
    }

    /**
     * How long nothing is sent to a device that was told to reset. A bootloader that offers serial recovery listens on
     * the line for a while at each boot and stays there when anything arrives (protocol.md 16).
     */
    default Duration quietAfterReset() {
        return Duration.ZERO;
    }

    /** Closes the line. The listener hears nothing more; closing twice does no harm. */
    @Override
    void close();
}
