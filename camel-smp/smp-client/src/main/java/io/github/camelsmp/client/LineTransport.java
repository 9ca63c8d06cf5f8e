package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The transport of a line, a new one for each attempt. From opening to closing it is listened to; whatever one that was
 * closed still says is not heard. Lives on the loop.
 */
final class LineTransport {
    private final String address;
    private final Loop loop;
    private final Supplier<Transport> transports;
    private final TransportListener hearer;
    private Transport transport;
    private Optional<Ear> ear = Optional.empty();

    /** @param hearer is called on the loop */
    LineTransport(String address, Loop loop, Supplier<Transport> transports, TransportListener hearer) {
        this.address = address;
        this.loop = loop;
        this.transports = transports;
        this.hearer = hearer;
        this.transport = transports.get();
    }

    /** Whether it is open or being opened. */
    boolean isListenedTo() {
        return ear.isPresent();
    }

    /**
     * Begins to open.
     *
     * @param opened is told on the loop why it could not be opened, or that it is; never after {@link #close}
     */
    void open(Consumer<Optional<SmpTransportException>> opened) {
        Ear listener = new Ear(loop, candidate -> ear.equals(Optional.of(candidate)), hearer);
        ear = Optional.of(listener);
        CompletionStage<Void> opening;
        try {
            opening = transport.open(listener);
        } catch (RuntimeException e) {
            opened.accept(Optional.of(Faults.ofLine(address, e)));
            return;
        }
        opening.whenComplete((nothing, failure) -> listener.onLoop(
                () -> opened.accept(Optional.ofNullable(failure).map(fault -> Faults.ofLine(address, fault)))));
    }

    /**
     * Finds out what the sizes of messages depend on.
     *
     * @param done is told on the loop; never after {@link #close}
     */
    void tryOut(McumgrParameters parameters, Runnable done) {
        CompletableFuture<Void> trial = transport.tryOut(parameters).toCompletableFuture();
        if (trial.isDone()) {
            done.run();
        } else {
            Ear listener = ear.orElseThrow();
            trial.whenComplete((nothing, failure) -> listener.onLoop(done));
        }
    }

    /** Closes it; the next attempt has one of its own. */
    void replace() {
        close();
        transport = transports.get();
    }

    void close() {
        ear = Optional.empty();
        transport.close();
    }

    /** The transport of this attempt, for what it says of the line. */
    Transport current() {
        return transport;
    }
}
