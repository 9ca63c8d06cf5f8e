package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/** A serial port of this machine, or a pseudo-terminal. */
final class SerialTransport implements Transport {
    private final String path;
    private final TransportOptions options;
    private final PortTurns turns;
    private final PortHistory history;
    private final StreamFraming framing;
    private Optional<PortSession> session = Optional.empty();
    private boolean closed;

    SerialTransport(
            String path,
            TransportOptions options,
            ScheduledExecutorService loop,
            PortTurns turns,
            PortHistory history) {
        this.path = path;
        this.options = options;
        this.turns = turns;
        this.history = history;
        this.framing = StreamFraming.of(options, loop);
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new SmpTransportException("serial:" + path, "the line was closed before it was opened"));
        }
        PortSession opening = new PortSession(
                new PortSettings(path, options.serial()), turns, history, framing.receiver(listener), listener);
        session = Optional.of(opening);
        return opening.open();
    }

    @Override
    public void send(byte[] message) {
        session.ifPresent(open -> framing.send(message, open::write));
    }

    @Override
    public boolean isConsole() {
        return framing.isConsole();
    }

    @Override
    public CompletionStage<Void> type(byte[] keys) {
        return session.map(open -> open.write(keys)).orElseGet(CompletableFuture::new);
    }

    @Override
    public int largestMessage() {
        return framing.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return framing.largestMessage(parameters);
    }

    @Override
    public Duration quietAfterReset() {
        return StreamFraming.QUIET_AFTER_RESET;
    }

    @Override
    public int wholeFragments(int size) {
        return framing.wholeFragments(size);
    }

    @Override
    public int largestWindow(McumgrParameters parameters) {
        return framing.largestWindow(parameters);
    }

    @Override
    public void close() {
        closed = true;
        session.ifPresent(PortSession::close);
    }
}
