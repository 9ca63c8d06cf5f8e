package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** The devices of this JVM by their names, so that {@code smp:sim:board-1} finds the one that is meant. */
public final class OpenDevices {

    private static final ConcurrentMap<String, Reachable> DEVICES = new ConcurrentHashMap<>();

    private OpenDevices() {}

    /** A device that can be reached without leaving the process. */
    @FunctionalInterface
    public interface Reachable {

        /** Adds a line whose other end is this listener, called by this executor. */
        InProcessLine connect(TransportListener listener, Executor executor);
    }

    /**
     * Makes a device known.
     *
     * @throws IllegalStateException if another one has its name
     */
    public static void add(String name, Reachable device) {
        if (DEVICES.putIfAbsent(name, device) != null) {
            throw new IllegalStateException("a simulated device of the name '" + name + "' is open already");
        }
    }

    /** Forgets a device. */
    public static void remove(String name, Reachable device) {
        DEVICES.remove(name, device);
    }

    static Optional<Reachable> find(String name) {
        return Optional.ofNullable(DEVICES.get(name));
    }

    static Set<String> names() {
        return new TreeSet<>(DEVICES.keySet());
    }
}
