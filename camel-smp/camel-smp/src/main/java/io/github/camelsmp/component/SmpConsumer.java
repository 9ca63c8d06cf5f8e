package io.github.camelsmp.component;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an exchange of each event on the line to a device, one at a time and in order. It keeps the line open, and opens
 * it again when it broke; a device that is off keeps no route from starting.
 */
final class SmpConsumer extends DefaultConsumer implements ShutdownAware, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(SmpConsumer.class);

    private static final Map<String, UnaryOperator<String>> ANSI =
            Map.of("strip", ConsoleText::withoutAnsi, "keep", UnaryOperator.identity());

    private final SmpEndpoint endpoint;
    private final Set<String> wanted;
    private final UnaryOperator<String> consoleText;
    private final EventQueue queue;
    private final Consumer<SmpEvent> ear = this::hear;
    private volatile SharedConnection device;
    private AutoCloseable line;
    private long droppedBefore;

    SmpConsumer(SmpEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.wanted = SmpEvent.wanted(endpoint.getConfiguration().getEvents(), SmpEvent.NAMES);
        this.consoleText =
                ClientOptions.choice("ansi", endpoint.getConfiguration().getAnsi(), ANSI);
        this.queue = new EventQueue(step -> endpoint.connections().continueRoute(step), this::route);
    }

    /** Takes an event from the connection's thread, which must not wait. */
    private void hear(SmpEvent event) {
        if (wanted.contains(event.name())) {
            queue.add(event);
        }
    }

    private void route(SmpEvent event, Runnable done) {
        if (!isRunAllowed()) {
            done.run();
            return;
        }
        Exchange exchange = exchangeOf(event);
        sayWhatWasDropped(exchange.getMessage());
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException("The route failed with an event", exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
            done.run();
        });
    }

    private void sayWhatWasDropped(Message message) {
        long dropped = queue.dropped();
        if (dropped > droppedBefore) {
            message.setHeader(SmpConstants.DROPPED, dropped - droppedBefore);
            LOG.warn(
                    "{} lines of text from {} were dropped, the route is slower than the device",
                    dropped - droppedBefore,
                    endpoint.deviceAddress());
            droppedBefore = dropped;
        }
    }

    private Exchange exchangeOf(SmpEvent event) {
        Exchange exchange = createExchange(false);
        Message message = exchange.getMessage();
        if (event.body() instanceof String line) {
            message.setBody(consoleText.apply(line));
            ZephyrLogLine.parse(line).ifPresent(log -> log.writeTo(message));
        } else {
            message.setBody(event.body());
        }
        message.setHeader(SmpConstants.EVENT, event.name());
        message.setHeader(SmpConstants.TIMESTAMP, event.timestamp());
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, event.timestamp());
        return exchange;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        setHealthCheck(DeviceReadiness.ofConsumer(getRouteId(), endpoint, () -> Optional.ofNullable(device)));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        device = endpoint.connections()
                .claim(endpoint.deviceAddress(), endpoint.settings().client());
        device.listen(ear);
        line = device.connection().keepOpen();
        device.connection().connect().whenComplete((connected, failure) -> sayIfAbsent(failure));
    }

    /** Without a handler of the user's a line in the log will do: a device that is off is no fault of the route's. */
    private void sayIfAbsent(Throwable failure) {
        if (failure == null || !isRunAllowed()) {
            return;
        }
        Throwable cause = Failures.cause(failure);
        if (getExceptionHandler() instanceof LoggingExceptionHandler) {
            LOG.warn("Not connected yet, will try again and again: {}", cause.getMessage());
        } else {
            endpoint.connections().continueRoute(() -> getExceptionHandler()
                    .handleException("Not connected yet, will try again and again", cause));
        }
    }

    @Override
    protected void doSuspend() {
        device.forget(ear);
    }

    @Override
    protected void doResume() {
        device.listen(ear);
    }

    @Override
    protected void doStop() throws Exception {
        if (device != null) {
            device.forget(ear);
            line.close();
            endpoint.connections().release(device);
            device = null;
        }
        queue.clear();
        super.doStop();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    /** A graceful stop waits until the route has seen what happened before it. */
    @Override
    public int getPendingExchangesSize() {
        return queue.size();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing more is heard once the consumer is suspended, and the route takes what waits as fast as it can
    }
}
