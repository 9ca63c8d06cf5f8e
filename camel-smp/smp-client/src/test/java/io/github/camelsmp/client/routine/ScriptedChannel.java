package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A connection without a line, in virtual time. What is sent reaches a device made of a function, unless the script
 * says otherwise; what is not answered is sent again as a connection would.
 */
final class ScriptedChannel implements SmpChannel {

    static final Duration ONE_WAY = Duration.ofMillis(5);

    /** What happens to one transmission. */
    enum Fate {
        ARRIVES,
        REQUEST_LOST,
        ANSWER_LOST
    }

    /** Decides the fate of each transmission. */
    interface Script {
        Fate of(SmpRequest<?> request);
    }

    /** Answers, or stays silent. */
    interface Device {
        Optional<CborMap> execute(SmpRequest<?> request, CborMap payload);
    }

    final VirtualLoop loop;
    final List<SmpRequest<?>> transmitted = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();
    Script script = request -> Fate.ARRIVES;
    SmpClientOptions options = SmpClientOptions.DEFAULT;
    McumgrParameters parameters = new McumgrParameters(256, 4);
    boolean tellsParameters = true;
    Function<SmpRequest<?>, Duration> work = request -> Duration.ZERO;
    Optional<Duration> roundTrip = Optional.empty();
    int letGo;
    long mostOutstanding;

    private final Device device;
    private final List<Asked<?>> outstanding = new ArrayList<>();
    private boolean broken;
    private long freeAt;

    ScriptedChannel(VirtualLoop loop, Device device) {
        this.loop = loop;
        this.device = device;
    }

    /** Breaks the line: what is outstanding fails, and so does every attempt to connect until {@link #repair}. */
    void breakLine() {
        broken = true;
        for (Asked<?> asked : List.copyOf(outstanding)) {
            asked.fail(lineBroken());
        }
    }

    void repair() {
        broken = false;
    }

    private long unanswered() {
        return outstanding.stream().filter(asked -> !asked.answer.isDone()).count();
    }

    long count(Class<?> kind) {
        return transmitted.stream().filter(kind::isInstance).count();
    }

    private static SmpTransportException lineBroken() {
        return new SmpTransportException("test:board", "the line is broken");
    }

    @Override
    public SmpAddress address() {
        return new SmpAddress("test", "board");
    }

    @Override
    public SmpClientOptions options() {
        return options;
    }

    @Override
    public ScheduledExecutorService loop() {
        return loop;
    }

    @Override
    public long nanoTime() {
        return loop.nanoTime();
    }

    @Override
    public CompletableFuture<Void> connect() {
        return broken ? CompletableFuture.failedFuture(lineBroken()) : CompletableFuture.completedFuture(null);
    }

    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request) {
        return send(request, new Attempts(options.timeout(request.patience()), options.retries()));
    }

    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Attempts attempts) {
        Asked<R> asked = new Asked<>(request, attempts);
        if (broken) {
            asked.fail(lineBroken());
        } else {
            asked.transmit();
        }
        return asked.answer;
    }

    @Override
    public Optional<McumgrParameters> parameters() {
        return Optional.of(parameters).filter(told -> tellsParameters);
    }

    @Override
    public int largestMessage() {
        return parameters.bufferSize();
    }

    @Override
    public int largestWindow() {
        return parameters.safeWindow();
    }

    @Override
    public int largestWindow(int message) {
        return largestWindow();
    }

    @Override
    public boolean isConsole() {
        return false;
    }

    @Override
    public Optional<Duration> roundTrip() {
        return roundTrip;
    }

    @Override
    public CompletableFuture<Void> awaitReset() {
        return letGo();
    }

    @Override
    public CompletableFuture<Void> letGo() {
        letGo++;
        return CompletableFuture.completedFuture(null);
    }

    private final class Asked<R> {
        private final SmpRequest<R> request;
        private final Attempts attempts;
        private final CompletableFuture<R> answer = new CompletableFuture<>();
        private final long started = loop.nanoTime();
        private int transmissions;

        private Asked(SmpRequest<R> request, Attempts attempts) {
            this.request = request;
            this.attempts = attempts;
            outstanding.add(this);
            mostOutstanding = Math.max(mostOutstanding, unanswered());
            answer.whenComplete((value, failure) -> outstanding.remove(this));
        }

        private void transmit() {
            transmissions++;
            byte[] message = SmpMessage.encode(request, SmpVersion.V2, 0);
            transmitted.add(request);
            sizes.add(message.length);
            Fate fate = script.of(request);
            if (fate != Fate.REQUEST_LOST) {
                CborMap payload = SmpMessage.decode(message).payload();
                long sent = loop.nanoTime();
                later(ONE_WAY, () -> arrive(payload, fate, sent));
            }
            later(attempts.timer().timeout(transmissions), this::expired);
        }

        /** The device does one thing after another. */
        private void arrive(CborMap payload, Fate fate, long sent) {
            freeAt = Math.max(freeAt, loop.nanoTime()) + work.apply(request).toNanos();
            later(Duration.ofNanos(freeAt - loop.nanoTime()), () -> execute(payload, fate, sent));
        }

        private void execute(CborMap payload, Fate fate, long sent) {
            device.execute(request, payload)
                    .filter(response -> fate == Fate.ARRIVES)
                    .ifPresent(response -> later(ONE_WAY, () -> receive(response, sent)));
        }

        private void receive(CborMap response, long sent) {
            if (broken || answer.isDone()) {
                return;
            }
            attempts.timer().answered(Duration.ofNanos(loop.nanoTime() - sent));
            Optional<SmpError> error = request.errorIn(response);
            if (error.isPresent()) {
                fail(new SmpErrorException("test:board", request.toString(), error.get(), response));
            } else {
                read(response);
            }
        }

        private void read(CborMap response) {
            try {
                answer.complete(request.readResponse(response));
            } catch (SmpProtocolException e) {
                fail(e);
            }
        }

        private void expired() {
            if (answer.isDone()) {
                return;
            }
            Duration waited = Duration.ofNanos(loop.nanoTime() - started);
            Duration patience = attempts.timer().ceiling().multipliedBy(attempts.retries() + 1L);
            boolean patient = attempts.retries() > 0 && waited.compareTo(patience) < 0;
            if (request.repeatable() && (transmissions <= attempts.retries() || patient)) {
                attempts.onRetransmission().run();
                transmit();
            } else {
                fail(new SmpTimeoutException("test:board", request.toString(), transmissions, waited));
            }
        }

        private void fail(RuntimeException reason) {
            answer.completeExceptionally(reason);
        }

        private void later(Duration delay, Runnable task) {
            loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
