package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.discovery.DeviceScannerProvider;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/**
 * The connections of one context, one for each device, and the threads they need. A connection lives as long as someone
 * claims it: a producer or consumer from its start to its stop, a dynamic producer for the time of an exchange and its
 * {@code idleTimeout} after that. A transport in the registry counts before one on the class path that has the same
 * scheme.
 */
final class SmpConnections extends ServiceSupport {

    private static final int LOOP_THREADS = 2;

    private final CamelContext context;
    private final Map<SmpAddress, ClaimedConnection> claimed = new HashMap<>();
    private volatile int mostMeteredDevices = SmpComponent.METERED_DEVICES;
    private Activity activity = new Activity(List.of());
    private SmpResources resources;
    private ExecutorService routes;
    private ScheduledExecutorService clock;

    private SmpConnections(CamelContext context) {
        this.context = context;
    }

    /** The connections of this context, the same for all its components and endpoints. */
    static SmpConnections of(CamelContext context) throws Exception {
        synchronized (SmpConnections.class) {
            SmpConnections connections = context.hasService(SmpConnections.class);
            if (connections == null) {
                connections = new SmpConnections(context);
                context.addService(connections);
            }
            // endpoints check their addresses before the context starts
            ServiceHelper.startService(connections);
            return connections;
        }
    }

    /**
     * The one spelling of an address that all endpoints of the device share.
     *
     * @throws IllegalArgumentException if the address is none, or the module that brings its transport is missing
     */
    SmpAddress normalise(SmpAddress address) {
        return resources.normalise(address);
    }

    /**
     * Claims the connection to a device until {@link #release} or {@link #releaseAfter}.
     *
     * @param address as {@link #normalise} returned it
     * @throws IllegalArgumentException if others who claim it said something else of the line
     */
    SharedConnection claim(SmpAddress address, SmpClientOptions options) {
        synchronized (claimed) {
            ClaimedConnection current = claimed.get(address);
            if (current == null || current.isIdle() && conflictsWith(current, options)) {
                current = replace(address, options);
            } else if (conflictsWith(current, options)) {
                throw conflict(current, options);
            }
            current.claim();
            return current.connection();
        }
    }

    /**
     * What finds devices of a transport.
     *
     * @throws IllegalArgumentException if nothing does, or the module that brings the transport is missing
     */
    DeviceScannerProvider scannerProvider(String transport) {
        return DeviceScannerProvider.of(transport, resources);
    }

    /** The devices that have a connection, open or not. */
    Set<SmpAddress> inUse() {
        synchronized (claimed) {
            return Set.copyOf(claimed.keySet());
        }
    }

    /** The connections that are there, open or not. */
    List<SharedConnection> all() {
        synchronized (claimed) {
            return claimed.values().stream().map(ClaimedConnection::connection).toList();
        }
    }

    /** The connection to a device, unclaimed, if there is one. */
    Optional<SharedConnection> find(SmpAddress address) {
        synchronized (claimed) {
            return Optional.ofNullable(claimed.get(address)).map(ClaimedConnection::connection);
        }
    }

    /** What is being done on them. */
    Activity activity() {
        return activity;
    }

    /** From now on so many devices may have meters of their own. */
    void meterAtMost(int devices) {
        mostMeteredDevices = devices;
    }

    /** Claims a connection as it is, if there is one, whatever was said of its line. */
    Optional<SharedConnection> claimIfInUse(SmpAddress address) {
        synchronized (claimed) {
            Optional<ClaimedConnection> current = Optional.ofNullable(claimed.get(address));
            current.ifPresent(ClaimedConnection::claim);
            return current.map(ClaimedConnection::connection);
        }
    }

    /** Gives a claim back and closes the connection if it was the last. */
    void release(SharedConnection connection) {
        releaseAfter(connection, Duration.ZERO);
    }

    /** Gives a claim back and closes the connection if nobody claims it again for so long. */
    void releaseAfter(SharedConnection connection, Duration idle) {
        synchronized (claimed) {
            ClaimedConnection current = claimed.get(connection.address());
            if (current == null || current.connection() != connection || current.giveBack() > 0) {
                return;
            }
            if (idle.isZero()) {
                close(current);
            } else {
                current.closeLater(clock.schedule(() -> closeIdle(current), idle.toMillis(), TimeUnit.MILLISECONDS));
            }
        }
    }

    /** Runs what follows an answer, so that a route that blocks does not block the line. */
    void continueRoute(Runnable step) {
        try {
            routes.execute(step);
        } catch (RejectedExecutionException e) {
            step.run();
        }
    }

    /** Runs something short after a while. */
    Future<?> schedule(Runnable task, long millis) {
        return clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** How many devices have a connection, open or not. */
    int size() {
        synchronized (claimed) {
            return claimed.size();
        }
    }

    private ClaimedConnection replace(SmpAddress address, SmpClientOptions options) {
        ClaimedConnection old = claimed.get(address);
        if (old != null) {
            close(old);
        }
        SharedConnection made = new SharedConnection(resources.connection(address, options), activity);
        activity.opened(made);
        ClaimedConnection first = new ClaimedConnection(made);
        claimed.put(address, first);
        return first;
    }

    private void closeIdle(ClaimedConnection connection) {
        synchronized (claimed) {
            if (connection.isIdle()) {
                close(connection);
            }
        }
    }

    private void close(ClaimedConnection connection) {
        claimed.remove(connection.connection().address(), connection);
        connection.close();
    }

    private static boolean conflictsWith(ClaimedConnection current, SmpClientOptions options) {
        return LineOption.conflict(current.connection().options(), options).isPresent();
    }

    private static IllegalArgumentException conflict(ClaimedConnection current, SmpClientOptions options) {
        String option =
                LineOption.conflict(current.connection().options(), options).orElseThrow();
        return new IllegalArgumentException("another endpoint in use says something else of " + option + " for "
                + current.connection().address() + ". Endpoints of one device share its line: set the option on the"
                + " component, or to the same value on each of them");
    }

    @Override
    protected void doStart() {
        activity = Activity.of(context, () -> mostMeteredDevices);
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        resources = SmpResources.create(
                LOOP_THREADS,
                new CamelThreadFactory(threads.getThreadNamePattern(), "smp", true),
                context.getRegistry().findByType(TransportProvider.class));
        routes = threads.newCachedThreadPool(this, "smp-route");
        clock = threads.newSingleThreadScheduledExecutor(this, "smp-clock");
    }

    @Override
    protected void doStop() {
        synchronized (claimed) {
            List.copyOf(claimed.values()).forEach(this::close);
        }
        resources.close();
        activity.stopped();
        context.getExecutorServiceManager().shutdownNow(clock);
        context.getExecutorServiceManager().shutdownGraceful(routes);
    }
}
