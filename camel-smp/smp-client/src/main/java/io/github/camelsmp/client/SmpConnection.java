package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The conversation with one device: sequence numbers, outstanding requests, deadlines, retransmission, the negotiated
 * parameters and reconnection.
 */
public final class SmpConnection implements SmpChannel, AutoCloseable {

    /** Where the connection stands. */
    public enum State {
        /** Nothing was asked for yet, or the device was let go. */
        IDLE,
        /** The line is being opened or the parameters are being read. */
        CONNECTING,
        CONNECTED,
        /** The line broke; the next attempt waits for its delay. */
        WAITING_TO_RECONNECT,
        CLOSED
    }

    /** @param loop one thread; everything the connection does happens on it */
    public SmpConnection(
            SmpAddress address, TransportProvider provider, SmpClientOptions options, ScheduledExecutorService loop) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SmpAddress address() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SmpClientOptions options() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledExecutorService loop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long nanoTime() {
        throw new UnsupportedOperationException();
    }

    public State state() {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the line and reads the parameters, unless that is done already.
     *
     * @return failed with a {@link io.github.camelsmp.protocol.SmpTransportException} if this attempt does not succeed
     */
    @Override
    public CompletableFuture<Void> connect() {
        throw new UnsupportedOperationException();
    }

    /** Sends a request, connecting first where needed, and reads its answer. */
    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Attempts attempts) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #send(SmpRequest)}, with a waiting time of its own for each transmission. */
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /** What the device says of its buffers; empty before the first connect and for devices that do not tell. */
    @Override
    public Optional<McumgrParameters> parameters() {
        throw new UnsupportedOperationException();
    }

    /** The largest request, in bytes with its header, that the device takes on this line. */
    @Override
    public int largestMessage() {
        throw new UnsupportedOperationException();
    }

    /** How many requests the device can have outstanding on this line, at least 1. */
    @Override
    public int largestWindow() {
        throw new UnsupportedOperationException();
    }

    /** Starts to hear events; closing the result ends that. */
    public AutoCloseable listen(SmpConnectionListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Closes the line of a device that is about to reset; the next request opens it anew. */
    @Override
    public CompletableFuture<Void> letGo() {
        throw new UnsupportedOperationException();
    }

    /** Closes the line for good and fails what is outstanding. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
