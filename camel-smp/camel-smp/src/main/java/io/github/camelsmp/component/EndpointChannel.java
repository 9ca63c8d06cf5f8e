package io.github.camelsmp.component;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A connection as one endpoint uses it: the line is shared, timeouts, retries and the upload window are the endpoint's.
 */
record EndpointChannel(SmpChannel connection, SmpClientOptions options) implements SmpChannel {

    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request) {
        return send(request, new Attempts(options.timeout(request.patience()), options.retries()));
    }

    @Override
    public <R> CompletableFuture<R> send(SmpRequest<R> request, Attempts attempts) {
        return connection.send(request, attempts);
    }

    @Override
    public SmpAddress address() {
        return connection.address();
    }

    @Override
    public ScheduledExecutorService loop() {
        return connection.loop();
    }

    @Override
    public long nanoTime() {
        return connection.nanoTime();
    }

    @Override
    public CompletableFuture<Void> connect() {
        return connection.connect();
    }

    @Override
    public Optional<McumgrParameters> parameters() {
        return connection.parameters();
    }

    @Override
    public int largestMessage() {
        return connection.largestMessage();
    }

    @Override
    public int largestWindow() {
        return connection.largestWindow();
    }

    @Override
    public int largestWindow(int message) {
        return connection.largestWindow(message);
    }

    @Override
    public boolean isConsole() {
        return connection.isConsole();
    }

    @Override
    public Optional<Duration> roundTrip() {
        return connection.roundTrip();
    }

    @Override
    public CompletableFuture<Void> awaitReset() {
        return connection.awaitReset();
    }

    @Override
    public CompletableFuture<Void> letGo() {
        return connection.letGo();
    }
}
