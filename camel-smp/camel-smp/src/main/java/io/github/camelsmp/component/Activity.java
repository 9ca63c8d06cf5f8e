package io.github.camelsmp.component;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the devices of a context are doing, told to those who count it. One that fails keeps no upload from going on. */
final class Activity {

    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);

    private final List<ActivityListener> listeners;
    private final Set<LongOperation> running = ConcurrentHashMap.newKeySet();

    Activity(List<ActivityListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /**
     * What a context's devices do, counted wherever the context has a place for it.
     *
     * @param mostMetered how many devices have meters of their own
     */
    static Activity of(CamelContext context, IntSupplier mostMetered) {
        Optional<ActivityListener> meters =
                MeterRegistries.areKnown(context) ? MeterRegistries.meters(context, mostMetered) : Optional.empty();
        return new Activity(Stream.of(meters, ConnectionBeans.of(context))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The long operations that are under way. */
    List<LongOperation> running() {
        return List.copyOf(running);
    }

    void opened(SharedConnection connection) {
        tell(listener -> listener.opened(connection));
    }

    void closed(SharedConnection connection) {
        tell(listener -> listener.closed(connection));
    }

    void began(LongOperation operation) {
        running.add(operation);
    }

    void moved(LongOperation operation, long bytes) {
        if (bytes > 0) {
            tell(listener -> listener.moved(operation, bytes));
        }
    }

    void ended(LongOperation operation, String outcome) {
        running.remove(operation);
        tell(listener -> listener.ended(operation, outcome));
    }

    void stopped() {
        tell(ActivityListener::stopped);
    }

    private void tell(Consumer<ActivityListener> event) {
        for (ActivityListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("Counting what an SMP device does has failed", e);
            }
        }
    }
}
