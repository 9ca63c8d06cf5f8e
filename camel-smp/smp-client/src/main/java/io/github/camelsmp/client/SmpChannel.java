package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Requests to one device and their answers: what a routine needs of an {@link SmpConnection}.
 *
 * <p>Futures complete on {@link #loop()}. Cancelling the future of a request forgets the request: it is not sent again,
 * no longer counts as outstanding, and an answer that still comes is a late one.
 */
public interface SmpChannel {

    /** The device, for messages to people. */
    SmpAddress address();

    /** Timeouts, retries and the window. */
    SmpClientOptions options();

    /** The one thread that everything happens on; also the timer. */
    ScheduledExecutorService loop();

    /** The loop's clock in nanoseconds; only differences mean something. */
    long nanoTime();

    /**
     * Opens the line and reads the parameters, unless that is done already.
     *
     * @return failed with a {@link io.github.camelsmp.protocol.SmpTransportException} if this attempt does not succeed
     */
    CompletableFuture<Void> connect();

    /** Sends a request, connecting first where needed, and reads its answer. */
    <R> CompletableFuture<R> send(SmpRequest<R> request);

    /** As {@link #send(SmpRequest)}, with waiting times and retransmissions of its own. */
    <R> CompletableFuture<R> send(SmpRequest<R> request, Attempts attempts);

    /** What the device says of its buffers; empty before the first connect and for devices that do not tell. */
    Optional<McumgrParameters> parameters();

    /** The largest request, in bytes with its header, that the device takes on this line. */
    int largestMessage();

    /** How many requests the device can have outstanding on this line, at least 1. */
    int largestWindow();

    /**
     * How many requests of so many bytes, at least 1: as many as {@link #largestWindow()}, unless messages that were no
     * larger than the device's buffers were lost. It then collects them in a pool that holds about
     * {@link #largestMessage()} in all.
     */
    int largestWindow(int message);

    /**
     * Whether messages share the line with a console (protocol.md 7). Such a line loses little by itself; what is lost came
     * faster than the device collected it.
     */
    boolean isConsole();

    /**
     * How long a question that touches no flash takes to its answer, smoothed; empty before the first answer.
     */
    Optional<Duration> roundTrip();

    /** Closes the line; the next request opens it anew and reads the parameters again. */
    CompletableFuture<Void> letGo();

    /**
     * Closes the line of a device that was told to reset, and leaves the device alone for as long as its bootloader may
     * be listening on such a line. Requests wait for that.
     */
    CompletableFuture<Void> awaitReset();
}
