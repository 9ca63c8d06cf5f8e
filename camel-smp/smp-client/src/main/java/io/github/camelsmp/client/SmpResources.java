package io.github.camelsmp.client;

import io.github.camelsmp.protocol.transport.TransportProvider;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connections to all devices share: the threads of the event loops and the transports found on the class path.
 * Any thread may call it.
 */
public final class SmpResources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmpResources.class);
    private static final long LONGEST_CLOSE_SECONDS = 5;

    /** What to add for the schemes that are not part of this module. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "ble", "io.github.camelsmp:smp-ble",
            "sim", "io.github.camelsmp:smp-simulator");

    private final EventLoopGroup loops;
    private final Map<String, TransportProvider> providers;
    private final OpenConnections<SmpConnection> connections = new OpenConnections<>(SmpConnection::close);

    private SmpResources(int threads, ThreadFactory threadFactory, Collection<TransportProvider> preferred) {
        this.loops = new NioEventLoopGroup(threads, threadFactory);
        this.providers = find(preferred);
    }

    /** With a daemon thread for each processor, four at most; they start when they are needed. */
    public static SmpResources create() {
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        return create(threads, new DefaultThreadFactory("smp", true));
    }

    /** @param threads of event loops, 1 or more; each serves many devices */
    public static SmpResources create(int threads, ThreadFactory threadFactory) {
        return create(threads, threadFactory, List.of());
    }

    /**
     * As above, with transports of your own.
     *
     * @param preferred count before those on the class path that have the same scheme
     */
    public static SmpResources create(
            int threads, ThreadFactory threadFactory, Collection<TransportProvider> preferred) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", there must be at least 1");
        }
        return new SmpResources(threads, threadFactory, preferred);
    }

    private static Map<String, TransportProvider> find(Collection<TransportProvider> preferred) {
        Map<String, TransportProvider> found = new TreeMap<>();
        preferred.forEach(provider -> found.putIfAbsent(provider.scheme(), provider));
        // whoever started this thread may see transports that this module's class loader does not, and the reverse
        collect(ServiceLoader.load(TransportProvider.class), found);
        collect(ServiceLoader.load(TransportProvider.class, SmpResources.class.getClassLoader()), found);
        return Collections.unmodifiableMap(found);
    }

    private static void collect(ServiceLoader<TransportProvider> loader, Map<String, TransportProvider> found) {
        Iterator<TransportProvider> services = loader.iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return;
                }
                TransportProvider provider = services.next();
                found.putIfAbsent(provider.scheme(), provider);
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.warn("A transport on the class path cannot be used, something it needs may be missing", e);
            }
        }
    }

    /** The transports there are, e.g. {@code udp}. */
    public Set<String> schemes() {
        return providers.keySet();
    }

    /**
     * The transport of a scheme.
     *
     * @throws IllegalArgumentException naming the artifact to add, or the schemes there are
     */
    public TransportProvider provider(String scheme) {
        TransportProvider provider = providers.get(scheme);
        if (provider != null) {
            return provider;
        }
        String artifact = ARTIFACTS.get(scheme);
        throw new IllegalArgumentException(
                artifact != null
                        ? "the transport '" + scheme + "' is not on the class path: add " + artifact
                        : "there is no transport '" + scheme + "', known are " + String.join(", ", providers.keySet()));
    }

    /**
     * The one spelling of an address that everybody who means the same device shares.
     *
     * @throws IllegalArgumentException saying what is wrong with it, or what its transport lacks
     */
    public SmpAddress normalise(SmpAddress address) {
        return new SmpAddress(address.scheme(), provider(address.scheme()).normalise(address.location()));
    }

    /**
     * A new connection, which opens its line when it is first needed. It ends with {@link SmpConnection#close()} or with
     * these resources.
     *
     * @throws IllegalArgumentException saying what is wrong with the address, or what its transport lacks
     */
    public SmpConnection connection(SmpAddress address, SmpClientOptions options) {
        SmpConnection connection = new SmpConnection(
                normalise(address),
                provider(address.scheme()),
                options,
                loops.next(),
                System::nanoTime,
                connections::remove);
        connections.add(connection);
        return connection;
    }

    /**
     * The console of a device, for a terminal. It is opened and closed by whoever asks for it, and has its line alone.
     *
     * @param listener is called on a thread of these resources or of the line
     * @throws IllegalArgumentException saying what is wrong with the address, what its transport lacks, or that its line
     *     has no console
     */
    public DeviceConsole console(SmpAddress address, SmpClientOptions options, DeviceConsole.Listener listener) {
        SmpAddress normalised = normalise(address);
        TransportProvider provider = provider(normalised.scheme());
        EventLoop loop = loops.next();
        return new DeviceConsole(
                normalised,
                options,
                () -> provider.create(normalised.location(), options.transport(), loop),
                new Loop(loop, System::nanoTime),
                listener);
    }

    /**
     * Closes every connection and ends the threads. Waits some seconds for that if need be, unless it is called on one
     * of those threads.
     */
    @Override
    public void close() {
        connections.closeAll();
        loops.shutdownGracefully(0, LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
        boolean onLoop = StreamSupport.stream(loops.spliterator(), false).anyMatch(EventExecutor::inEventLoop);
        if (!onLoop) {
            loops.terminationFuture().awaitUninterruptibly(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            providers.values().forEach(provider -> provider.awaitClosed(Duration.ofSeconds(LONGEST_CLOSE_SECONDS)));
        }
    }
}
