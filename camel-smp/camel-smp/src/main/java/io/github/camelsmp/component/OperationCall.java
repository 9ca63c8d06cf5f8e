package io.github.camelsmp.component;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.Routine;
import io.github.camelsmp.protocol.SmpRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * One exchange on its way to a device.
 *
 * @param exchange what the route sent
 * @param settings of the endpoint
 * @param device the connection
 * @param routines the long operations of the producer
 */
record OperationCall(Exchange exchange, EndpointSettings settings, SharedConnection device, RunningRoutines routines) {

    Arguments arguments() {
        return new Arguments(exchange, settings.options());
    }

    Body body() {
        return new Body(exchange);
    }

    /** What a routine sends its requests on. */
    SmpChannel channel() {
        return new EndpointChannel(device.connection(), settings.client());
    }

    /** Sends one request, as patiently as the exchange or the endpoint says. */
    <R> CompletableFuture<R> send(SmpRequest<R> request) {
        return arguments()
                .timeout()
                .map(timeout -> channel()
                        .send(request, new Attempts(timeout, settings.client().retries())))
                .orElseGet(() -> channel().send(request));
    }

    /** Sends one request; {@code body} makes the new body of its answer. */
    <R> CompletableFuture<Answer> ask(SmpRequest<R> request, Function<R, Object> body) {
        return send(request).thenApply(answer -> Answer.body(body.apply(answer)));
    }

    /** Sends one request whose answer says no more than that it is done; the body stays what it was. */
    CompletableFuture<Answer> tell(SmpRequest<?> request) {
        return send(request).thenApply(answer -> Answer.unchanged());
    }

    /** Makes the routine of a long operation. */
    @FunctionalInterface
    interface RoutineOf<R> {

        /** @param operation what the routine tells on its way */
        Routine<R> make(LongOperation operation) throws InvalidPayloadException, IOException;
    }

    /**
     * Does a long operation, which counts as one from the look at its file on.
     *
     * @param outcome the word for what it came to
     */
    <R> CompletableFuture<R> run(SmpOperation operation, Function<R, String> outcome, RoutineOf<R> routine)
            throws InvalidPayloadException, IOException {
        LongOperation running = new LongOperation(operation, device, channel()::nanoTime);
        try {
            return routines.start(routine.make(running)).whenComplete((result, failure) -> {
                if (failure == null) {
                    running.succeeded(outcome.apply(result));
                } else {
                    running.failed(failure);
                }
            });
        } catch (InvalidPayloadException | IOException | RuntimeException e) {
            running.failed(e);
            throw e;
        }
    }
}
