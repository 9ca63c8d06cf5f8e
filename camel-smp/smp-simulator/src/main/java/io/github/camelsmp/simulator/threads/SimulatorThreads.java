package io.github.camelsmp.simulator.threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Two daemon threads that serve any number of devices: one for the sockets, one for everything that takes time.
 *
 * <p>A device makes its own unless it is given some. A thousand devices in one process should share:
 *
 * <pre>{@code
 * try (SimulatorThreads threads = SimulatorThreads.create()) {
 *     SimulatedDevice.builder("board-1").threads(threads).build();
 *     SimulatedDevice.builder("board-2").threads(threads).build();
 * }
 * }</pre>
 */
public final class SimulatorThreads implements SimulatorTime, AutoCloseable {

    private final String name;
    private final Timetable timer;
    private SocketLoop sockets;
    private boolean closed;

    private SimulatorThreads(String name) {
        this.name = name;
        this.timer = new Timetable(name + "-timer");
    }

    /** Threads named after the simulator. */
    public static SimulatorThreads create() {
        return create("smp-sim");
    }

    /** Threads whose names begin with {@code name}. */
    public static SimulatorThreads create(String name) {
        return new SimulatorThreads(name);
    }

    /** A daemon thread, not started. */
    public static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long nanos() {
        return timer.nanos();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timer.after(delay, task);
    }

    /** The thread that serves the sockets; started when first asked for. */
    public synchronized SocketLoop sockets() {
        if (closed) {
            throw new IllegalStateException("the threads " + name + " are closed");
        }
        if (sockets == null) {
            try {
                sockets = SocketLoop.start(name + "-sockets");
            } catch (IOException e) {
                throw new UncheckedIOException("no selector for simulated devices", e);
            }
        }
        return sockets;
    }

    /** Ends both threads. Devices that still use them fall silent. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.end();
        if (sockets != null) {
            sockets.close();
        }
    }
}
