package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * The console of a device for whoever sits at a terminal: what is typed goes out as it is, and what the device prints
 * comes in as it is, without the messages between. Nothing is sent that was not typed. Any thread may call it.
 *
 * <p>A line that was open once is opened again when it breaks, with growing pauses, until this is closed.
 */
public final class DeviceConsole implements AutoCloseable {

    /** Hears what happens on a console: text on the thread that reads the line, all else on that of the console. */
    public interface Listener {

        /** What the device printed, as it came, colours and line ends included. The bytes are the listener's. */
        void text(byte[] text);

        /** The same by line, without its line end, as soon as that has come or nothing more comes for a second. */
        default void line(String line) {}

        /** The line is open. */
        default void opened() {}

        /** The line broke; it is opened again as soon as that is possible. */
        default void broke(SmpTransportException reason) {}
    }

    private final String address;
    private final Duration connectTimeout;
    private final Listener listener;
    private final Loop loop;
    private final LineTransport transport;
    private final LineTimer timer;
    private final CompletableFuture<Void> firstOpened = new CompletableFuture<>();
    private CompletableFuture<Void> lineEnd = new CompletableFuture<>();
    private boolean open;
    private boolean closed;

    /** @throws IllegalArgumentException if no console shares the line */
    DeviceConsole(
            SmpAddress address,
            SmpClientOptions options,
            Supplier<Transport> transports,
            Loop loop,
            Listener listener) {
        this.address = address.toString();
        this.connectTimeout = options.transport().connectTimeout();
        this.listener = listener;
        this.loop = loop;
        this.transport = new LineTransport(this.address, loop, transports, new Hearer());
        this.timer = new LineTimer(loop, options.reconnectDelay(), options.maxReconnectDelay());
        if (!transport.current().isConsole()) {
            throw new IllegalArgumentException(
                    address + " has no console; serial: and tcp: lines have one, with console framing");
        }
    }

    /**
     * Opens the line for the first time.
     *
     * @return failed with an {@link SmpTransportException} if it cannot be opened; it is not tried again then
     */
    public CompletableFuture<Void> open() {
        onLoop(this::begin, firstOpened);
        return firstOpened;
    }

    /**
     * Sends bytes as a keyboard would.
     *
     * @return done when they are under way, or failed with an {@link SmpTransportException} if the line is not open or
     *     breaks
     */
    public CompletableFuture<Void> type(byte[] keys) {
        CompletableFuture<Void> typed = new CompletableFuture<>();
        onLoop(() -> type(keys, typed), typed);
        return typed;
    }

    private void type(byte[] keys, CompletableFuture<Void> typed) {
        if (!open) {
            typed.completeExceptionally(new SmpTransportException(address, "the line is not open"));
            return;
        }
        CompletableFuture.anyOf(transport.current().type(keys).toCompletableFuture(), lineEnd)
                .whenComplete((sent, failure) -> {
                    if (failure == null) {
                        typed.complete(null);
                    } else {
                        typed.completeExceptionally(Faults.ofLine(address, failure));
                    }
                });
    }

    private void begin() {
        if (closed) {
            return;
        }
        timer.start(
                connectTimeout,
                () -> ended(new SmpTransportException(
                        address, "the line was not open within " + connectTimeout.toMillis() / 1000.0 + " s")));
        transport.open(failure -> failure.ifPresentOrElse(this::ended, this::opened));
    }

    private void opened() {
        timer.stop();
        timer.resetPause();
        open = true;
        lineEnd = new CompletableFuture<>();
        listener.opened();
        firstOpened.complete(null);
    }

    private void ended(SmpTransportException reason) {
        boolean wasOpen = open;
        open = false;
        lineEnd.completeExceptionally(reason);
        if (firstOpened.completeExceptionally(reason)) {
            shut();
            return;
        }
        transport.replace();
        timer.startPause(this::begin);
        if (wasOpen) {
            listener.broke(reason);
        }
    }

    /** Closes the line for good; closing twice does no harm. */
    @Override
    public void close() {
        onLoop(this::shut, new CompletableFuture<>());
    }

    private void shut() {
        SmpTransportException reason = new SmpTransportException(address, "the console is closed");
        closed = true;
        open = false;
        timer.stop();
        transport.close();
        firstOpened.completeExceptionally(reason);
        lineEnd.completeExceptionally(reason);
    }

    /** A loop that was shut down took the line with it. */
    private void onLoop(Runnable task, CompletableFuture<?> outcome) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            outcome.completeExceptionally(new SmpTransportException(address, "the console is closed", e));
        }
    }

    private final class Hearer implements TransportListener {

        /** Nobody asked for one; whoever did is another program. */
        @Override
        public void message(byte[] message) {}

        @Override
        public void text(byte[] source, int offset, int length) {
            listener.text(Arrays.copyOfRange(source, offset, offset + length));
        }

        @Override
        public void console(String line) {
            listener.line(line);
        }

        @Override
        public void closed(SmpTransportException reason) {
            ended(reason);
        }
    }
}
