package io.github.camelsmp.component;

import io.github.camelsmp.client.discovery.DeviceEvent;
import io.github.camelsmp.client.discovery.DeviceScanner;
import io.github.camelsmp.client.discovery.DeviceWatch;
import io.github.camelsmp.client.discovery.FoundDevice;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an exchange of each device that comes or goes. A device has at most one exchange under way, however long it
 * takes, and others have theirs meanwhile; no thread waits for any of them. The next event of a device is what has
 * become of it when its exchange is done.
 */
final class SmpDiscoveryConsumer extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(SmpDiscoveryConsumer.class);
    private static final List<String> EVENTS = List.of("discovered", "lost");

    private final SmpEndpoint endpoint;
    private final Set<String> wanted;
    private DeviceScanner scanner;
    private DeviceWatch watch;
    private DeviceProbe probe;
    private ScheduledExecutorService clock;
    private Future<?> looks;
    private boolean blind;
    private DiscoveryReadiness readiness;

    SmpDiscoveryConsumer(SmpEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.wanted = SmpEvent.wanted(endpoint.getConfiguration().getEvents(), EVENTS);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        readiness = DiscoveryReadiness.of(getRouteId(), endpoint);
        setHealthCheck(readiness);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ClientOptions.positive("scanInterval", endpoint.getConfiguration().getScanInterval());
        scanner = Discovery.scanner(
                endpoint.getTransport(), endpoint.getConfiguration(), endpoint.connections()::scannerProvider);
        watch = new DeviceWatch(scanner);
        probe = new DeviceProbe(endpoint);
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        clock = threads.newSingleThreadScheduledExecutor(this, "smp-discovery");
        blind = false;
        startLooking();
    }

    private void startLooking() {
        looks = clock.scheduleWithFixedDelay(
                this::look, 0, endpoint.getConfiguration().getScanInterval(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            watch.look().forEach(this::handOver);
            readiness.looked();
            if (blind) {
                LOG.info("Discovery at {} is back", endpoint);
                blind = false;
            }
        } catch (RuntimeException | LinkageError e) {
            readiness.couldNotLook(e);
            complainOnce(e);
        }
    }

    /** A folder that cannot be read stays so for a while: that is said once, and not again every second. */
    private void complainOnce(Throwable failure) {
        if (isRunAllowed() && !blind) {
            blind = true;
            getExceptionHandler().handleException("Devices cannot be discovered, will try again and again", failure);
        }
    }

    private void handOver(DeviceEvent event) {
        DeviceWatch watched = watch;
        if (!wanted.contains(name(event))) {
            watched.done(event.device().address());
        } else if (event.kind() == DeviceEvent.Kind.DISCOVERED && isToBeAsked(event.device())) {
            probe.ask(event.device()).thenAccept(asked -> {
                watched.learn(asked);
                endpoint.connections().continueRoute(() -> route(new DeviceEvent(event.kind(), asked), watched));
            });
        } else {
            endpoint.connections().continueRoute(() -> route(event, watched));
        }
    }

    private boolean isToBeAsked(FoundDevice device) {
        return endpoint.getConfiguration().isProbe() && device.probe().isEmpty();
    }

    private void route(DeviceEvent event, DeviceWatch watched) {
        if (!isStartingOrStarted()) {
            watched.takeBack(event);
            return;
        }
        Exchange exchange = exchangeOf(event);
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException("The route failed with a device", exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
            watched.done(event.device().address());
        });
    }

    private static String name(DeviceEvent event) {
        return event.kind().name().toLowerCase(Locale.ROOT);
    }

    private Exchange exchangeOf(DeviceEvent event) {
        long now = System.currentTimeMillis();
        Exchange exchange = createExchange(false);
        Message message = exchange.getMessage();
        message.setBody(event.device().asMap());
        message.setHeader(SmpConstants.EVENT, name(event));
        message.setHeader(SmpConstants.ADDRESS, event.device().address().toString());
        message.setHeader(SmpConstants.TIMESTAMP, now);
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, now);
        return exchange;
    }

    /** What comes and goes now is told when the consumer resumes, as far as it still holds then. */
    @Override
    protected void doSuspend() {
        looks.cancel(false);
    }

    @Override
    protected void doResume() {
        startLooking();
    }

    @Override
    protected void doStop() throws Exception {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        if (clock != null) {
            threads.shutdownNow(clock);
            scanner.close();
            clock = null;
        }
        super.doStop();
    }
}
