package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from a device again and again and makes an exchange of each answer, or of those that differ. The next question
 * follows the end of the exchange, so there is never more than one under way, and no thread waits for any. A device that
 * cannot be reached is asked nothing until its line is back, and is told to the error handler once.
 */
final class SmpPollConsumer extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(SmpPollConsumer.class);

    private final SmpEndpoint endpoint;
    private final LastAnswer lastAnswer = new LastAnswer();
    private final RunningRoutines routines = new RunningRoutines();
    private OperationHandler operation;
    private volatile SharedConnection device;
    private volatile boolean unreachable;
    private AutoCloseable line;
    private Optional<Future<?>> next = Optional.empty();
    private boolean polling;

    SmpPollConsumer(SmpEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        SmpConfiguration options = endpoint.getConfiguration();
        operation = PolledOperation.of(options.getOperation(), endpoint.createExchange(), options);
        ClientOptions.positive("delay", options.getDelay());
        ArgumentOptions.notNegative("initialDelay", options.getInitialDelay());
        setHealthCheck(DeviceReadiness.ofConsumer(getRouteId(), endpoint, () -> Optional.ofNullable(device)));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        device = endpoint.connections()
                .claim(endpoint.deviceAddress(), endpoint.settings().client());
        line = device.connection().keepOpen();
        unreachable = false;
        lastAnswer.forget();
        pollIn(endpoint.getConfiguration().getInitialDelay());
    }

    private synchronized void pollIn(long millis) {
        if (!polling && isStartingOrStarted()) {
            next = Optional.of(endpoint.connections().schedule(this::poll, millis));
        }
    }

    private void poll() {
        SharedConnection asked;
        synchronized (this) {
            asked = device;
            if (polling || asked == null || !isStartingOrStarted()) {
                return;
            }
            polling = true;
        }
        if (unreachable && asked.connection().state() != SmpConnection.State.CONNECTED) {
            pollAgain();
            return;
        }
        Exchange exchange = createExchange(false);
        start(new OperationCall(exchange, endpoint.settings(), asked, routines))
                .whenComplete((answer, failure) ->
                        endpoint.connections().continueRoute(() -> answered(exchange, answer, failure)));
    }

    private CompletableFuture<Answer> start(OperationCall call) {
        try {
            return operation.start(call);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void pollAgain() {
        polling = false;
        pollIn(endpoint.getConfiguration().getDelay());
    }

    private void answered(Exchange exchange, Answer answer, Throwable failure) {
        if (failure == null && isRunAllowed() && isNews(exchange.getMessage(), answer)) {
            getAsyncProcessor().process(exchange, doneSync -> {
                if (exchange.getException() != null) {
                    getExceptionHandler()
                            .handleException("The route failed with an answer", exchange, exchange.getException());
                }
                done(exchange);
            });
        } else {
            if (failure != null) {
                failed(Failures.cause(failure));
            }
            done(exchange);
        }
    }

    private boolean isNews(Message message, Answer answer) {
        unreachable = false;
        answer.writeTo(message);
        long now = System.currentTimeMillis();
        message.setHeader(SmpConstants.TIMESTAMP, now);
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, now);
        return !endpoint.getConfiguration().isOnChange() || lastAnswer.changesTo(message.getBody());
    }

    private void done(Exchange exchange) {
        releaseExchange(exchange, false);
        pollAgain();
    }

    /** Without a handler of the user's a line in the log will do for a device that is off. */
    private void failed(Throwable cause) {
        boolean away = cause instanceof SmpTransportException || cause instanceof SmpTimeoutException;
        boolean known = away && unreachable;
        unreachable = away;
        if (known || !isRunAllowed()) {
            return;
        }
        if (away && getExceptionHandler() instanceof LoggingExceptionHandler) {
            LOG.warn("Will ask again when the device is back: {}", cause.getMessage());
        } else {
            getExceptionHandler().handleException("The device could not be read", cause);
        }
    }

    @Override
    protected synchronized void doSuspend() {
        next.ifPresent(poll -> poll.cancel(false));
    }

    @Override
    protected void doResume() {
        pollIn(0);
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            next.ifPresent(poll -> poll.cancel(false));
        }
        routines.cancelAll();
        SharedConnection held = device;
        device = null;
        if (held != null) {
            line.close();
            endpoint.connections().release(held);
        }
        super.doStop();
    }
}
