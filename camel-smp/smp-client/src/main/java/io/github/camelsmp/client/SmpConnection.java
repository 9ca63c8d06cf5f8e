package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The conversation with one device: sequence numbers, outstanding requests, deadlines, retransmission, the negotiated
 * parameters and reconnection. Any thread may call it; futures complete and listeners hear on the {@link #loop()}.
 *
 * <p>The line opens when the first request needs it. When it breaks, requests that may be repeated are kept and sent
 * again on the next line, for as long as their answer would have been waited for and at least {@code connectTimeout};
 * the others fail. The line is opened again, with growing pauses, while a request waits or {@link #keepOpen()} holds.
 *
 * <p>An open line does not make a connection: something must have answered on it. A device that answers nothing is
 * {@link State#SILENT}, its requests are tried one at a time and fail with a
 * {@link io.github.camelsmp.protocol.SmpTimeoutException}.
 */
public final class SmpConnection implements SmpChannel, AutoCloseable {
    /** Where the connection stands. */
    public enum State {
        /** Nothing was asked for yet, or nobody needed the line after it broke, or the device was let go. */
        IDLE,
        /** The line is being opened or the parameters are being read. */
        CONNECTING,
        /** The device answered. */
        CONNECTED,
        /** The line is open and nothing answers. */
        SILENT,
        /** The line broke or could not be opened; the next attempt waits for its delay. */
        WAITING_TO_RECONNECT,
        /** Closed for good. */
        CLOSED
    }

    private final SmpAddress address;
    private final SmpClientOptions options;
    private final Consumer<SmpConnection> onClose;
    private final Loop loop;
    private final Tally tally;
    private final Listeners listeners = new Listeners();
    private final Line line;

    /**
     * A connection that opens its line when it is first needed.
     *
     * @param address normalised by the provider
     * @param loop one thread; everything the connection does happens on it
     */
    public SmpConnection(
            SmpAddress address, TransportProvider provider, SmpClientOptions options, ScheduledExecutorService loop) {
        this(address, provider, options, loop, System::nanoTime, closed -> {});
    }

    /** As above, with the clock of the loop, and somebody who wants to know when the connection is closed. */
    SmpConnection(
            SmpAddress address,
            TransportProvider provider,
            SmpClientOptions options,
            ScheduledExecutorService executor,
            LongSupplier nanoTime,
            Consumer<SmpConnection> onClose) {
        this.address = address;
        this.options = options;
        this.onClose = onClose;
        this.loop = new Loop(executor, nanoTime);
        this.tally = new Tally(loop);
        this.line = new Line(
                address,
                options,
                () -> provider.create(address.location(), options.transport(), executor),
                loop,
                tally,
                listeners);
    }

    @Override
    public SmpAddress address() {
        return address;
    }

    @Override
    public SmpClientOptions options() {
        return options;
    }

    @Override
    public ScheduledExecutorService loop() {
        return loop.executor();
    }

    @Override
    public long nanoTime() {
        return loop.now();
    }

    /** Where the connection stands now. It may stand elsewhere by the time one looks. */
    public State state() {
        return line.view().state();
    }

    /** Why the device could not be reached the last time; empty as soon as it answers, and before anybody tried. */
    public Optional<SmpException> trouble() {
        return line.view().trouble();
    }

    /** What was counted so far. */
    public SmpCounters counters() {
        return tally.snapshot();
    }

    /**
     * Opens the line and reads the parameters, unless that is done already. Where the next attempt waits for its delay,
     * it starts at once, unless the device is being left alone after a reset.
     *
     * @return failed with a {@link SmpTransportException} if the line could not be opened, or with a
     *     {@link io.github.camelsmp.protocol.SmpTimeoutException} if it is open and nothing answers
     */
    @Override
    public CompletableFuture<Void> connect() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        onLoop(() -> line.connect(done), done);
        return done;
    }

    /** Sends a request, connecting first where needed, and reads its answer. */
    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request) {
        return send(request, options.timeout(request.patience()));
    }

    /** As {@link #send(SmpRequest)}, with a waiting time of its own for each transmission. */
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Duration timeout) {
        return send(request, new Attempts(timeout, options.retries()));
    }

    /**
     * As {@link #send(SmpRequest)}, with waiting times and retransmissions of its own.
     *
     * @return failed with an {@link io.github.camelsmp.protocol.SmpErrorException} if the device refuses, with an
     *     {@link io.github.camelsmp.protocol.SmpTimeoutException} if it does not answer, with a
     *     {@link SmpTransportException} if there is no line or it broke under a request that may not be repeated, and
     *     with an {@link io.github.camelsmp.protocol.SmpProtocolException} if the answer makes no sense or the request
     *     is larger than {@link #largestMessage()}
     */
    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Attempts attempts) {
        Outstanding<R> outstanding = Outstanding.of(request, attempts);
        CompletableFuture<R> answer = outstanding.answer();
        tally.asked();
        answer.whenComplete((response, failure) -> tally.ended());
        onLoop(
                () -> {
                    line.send(outstanding);
                    answer.whenComplete((response, failure) -> {
                        if (answer.isCancelled()) {
                            onLoop(() -> line.forget(outstanding), new CompletableFuture<>());
                        }
                    });
                },
                answer);
        return answer;
    }

    /** What the device says of its buffers; empty before the first connect and for devices that do not tell. */
    @Override
    public Optional<McumgrParameters> parameters() {
        return line.view().parameters();
    }

    /** The largest request, in bytes with its header, that the device takes on this line. */
    @Override
    public int largestMessage() {
        return line.view().largestMessage();
    }

    /** How many requests the device can have outstanding on this line, at least 1. */
    @Override
    public int largestWindow() {
        return line.view().largestWindow();
    }

    @Override
    public int largestWindow(int message) {
        return line.view().largestWindow(message);
    }

    @Override
    public boolean isConsole() {
        return line.view().isConsole();
    }

    @Override
    public Optional<Duration> roundTrip() {
        return tally.roundTrip();
    }

    /** Starts to hear events; closing the result ends that. Nothing that happened before is told. */
    public AutoCloseable listen(SmpConnectionListener listener) {
        return listeners.add(listener);
    }

    /**
     * Opens the line now, and again whenever it breaks, although nobody asks anything; closing the result ends that.
     * Failed attempts are repeated silently, {@link #state()} and the listeners tell how they go.
     */
    public AutoCloseable keepOpen() {
        AtomicBoolean held = new AtomicBoolean(true);
        onLoop(line::keep, new CompletableFuture<>());
        return () -> {
            if (held.getAndSet(false)) {
                onLoop(line::keepNoLonger, new CompletableFuture<>());
            }
        };
    }

    /** Requests under way are treated as when the line breaks. */
    @Override
    public CompletableFuture<Void> letGo() {
        return carriedOut(line::letGo);
    }

    @Override
    public CompletableFuture<Void> awaitReset() {
        return carriedOut(line::awaitReset);
    }

    private CompletableFuture<Void> carriedOut(Runnable step) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        onLoop(
                () -> {
                    step.run();
                    done.complete(null);
                },
                done);
        return done;
    }

    /** Closes the line for good and fails what is outstanding. Returns at once; closing twice does no harm. */
    @Override
    public void close() {
        onLoop(line::close, new CompletableFuture<>());
        onClose.accept(this);
    }

    /** A loop that was shut down took every line with it: there is nothing left to do but to say so. */
    private void onLoop(Runnable task, CompletableFuture<?> outcome) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            outcome.completeExceptionally(
                    new SmpTransportException(address.toString(), "the connection is closed, its loop has ended", e));
        }
    }
}
