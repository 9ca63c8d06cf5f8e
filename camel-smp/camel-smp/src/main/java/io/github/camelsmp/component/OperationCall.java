package io.github.camelsmp.component;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.Exchange;

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

    /** Makes events of the progress of one long operation. */
    ProgressReport progress(SmpOperation operation) {
        return new ProgressReport(Map.of("operation", operation.name()), channel()::nanoTime, device::publish);
    }

    /** Makes events of the progress of one image. */
    ProgressReport progress(SmpOperation operation, int image) {
        return new ProgressReport(
                Map.of("operation", operation.name(), "image", image), channel()::nanoTime, device::publish);
    }
}
