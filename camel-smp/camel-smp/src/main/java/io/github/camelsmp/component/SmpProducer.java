package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does an operation with the device of its endpoint, or with the one a header names. No thread waits for the device. */
final class SmpProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(SmpProducer.class);

    private final SmpEndpoint endpoint;
    private final RunningRoutines routines = new RunningRoutines();
    private final DeviceReadiness readiness;
    private volatile SharedConnection held;

    SmpProducer(SmpEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.readiness = DeviceReadiness.ofProducer(endpoint, () -> Optional.ofNullable(held));
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Answer> answer;
        try {
            answer = start(exchange);
        } catch (Exception | Error e) {
            // an exchange is under way until its callback is told, whatever came between
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        answer.whenComplete((result, failure) -> endpoint.connections().continueRoute(() -> {
            finish(exchange, result, failure);
            callback.done(false);
        }));
        return false;
    }

    private CompletableFuture<Answer> start(Exchange exchange) throws Exception {
        String elsewhere = exchange.getMessage().getHeader(SmpConstants.ADDRESS, String.class);
        if (elsewhere == null && held != null) {
            return start(exchange, held);
        }
        SmpConnections connections = endpoint.connections();
        SmpAddress address =
                elsewhere == null ? endpoint.deviceAddress() : connections.normalise(SmpAddress.parse(elsewhere));
        SharedConnection claimed =
                connections.claim(address, endpoint.settings().client());
        CompletableFuture<Answer> answer;
        try {
            answer = start(exchange, claimed);
        } catch (Exception | Error e) {
            connections.releaseAfter(claimed, endpoint.settings().idleTimeout());
            throw e;
        }
        return answer.whenComplete((result, failure) ->
                connections.releaseAfter(claimed, endpoint.settings().idleTimeout()));
    }

    private CompletableFuture<Answer> start(Exchange exchange, SharedConnection device) throws Exception {
        OperationCall call = new OperationCall(exchange, endpoint.settings(), device, routines);
        SmpOperation operation = endpoint.getConfiguration().getOperation();
        if (operation != null) {
            return OperationHandlers.of(operation).start(call);
        }
        if (exchange.getMessage().getBody() instanceof SmpRequest<?> request) {
            return RequestOperation.sendAsItIs(call, request);
        }
        return OperationHandlers.of(call.arguments().requiredOperation()).start(call);
    }

    private static void finish(Exchange exchange, Answer answer, Throwable failure) {
        if (failure != null) {
            exchange.setException(Failures.cause(failure));
        } else {
            answer.writeTo(exchange.getMessage());
        }
    }

    /** An endpoint that came up at run time is one of many that nobody takes down again: it holds no line. */
    private boolean isDynamic() {
        return endpoint.getCamelContext().getEndpointRegistry().isDynamic(endpoint.getEndpointUri());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (isDynamic()) {
            return;
        }
        held = endpoint.connections()
                .claim(endpoint.deviceAddress(), endpoint.settings().client());
        healthChecks().ifPresent(checks -> checks.addHealthCheck(readiness));
        if (!endpoint.getConfiguration().isLazyConnect()) {
            held.connection().connect().whenComplete((done, failure) -> sayIfAbsent(failure));
        }
    }

    /** Where the checks of producers are, in contexts that have any. */
    private Optional<WritableHealthCheckRepository> healthChecks() {
        return Optional.ofNullable(HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class));
    }

    private void sayIfAbsent(Throwable failure) {
        if (failure != null) {
            LOG.info(
                    "Not connected yet, the first exchange will try again: {}",
                    Failures.cause(failure).getMessage());
        }
    }

    @Override
    protected void doStop() throws Exception {
        routines.cancelAll();
        if (held != null) {
            healthChecks().ifPresent(checks -> checks.removeHealthCheck(readiness));
            endpoint.connections().release(held);
            held = null;
        }
        super.doStop();
    }
}
