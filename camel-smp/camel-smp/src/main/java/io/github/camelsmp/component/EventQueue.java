package io.github.camelsmp.component;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Events on their way from a connection, which must not wait, to a route, which may: one at a time, in their order. When
 * the route is slower than a device that prints without end, the oldest lines of console text are dropped and counted.
 */
final class EventQueue {

    /** Events that may wait for the route; some seconds of log text at full speed of a serial line. */
    static final int LIMIT = 2000;

    private final Executor executor;
    private final BiConsumer<SmpEvent, Runnable> route;
    private final Deque<SmpEvent> waiting = new ArrayDeque<>();
    private boolean busy;
    private long dropped;

    /**
     * @param executor runs the route when it is not running
     * @param route takes an event and runs what it is given when it is done with it; the next event follows all the
     *     same if it throws
     */
    EventQueue(Executor executor, BiConsumer<SmpEvent, Runnable> route) {
        this.executor = executor;
        this.route = route;
    }

    /** Appends an event; returns at once. */
    void add(SmpEvent event) {
        synchronized (waiting) {
            if (waiting.size() >= LIMIT) {
                dropOldestLine();
            }
            waiting.add(event);
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(this::next);
    }

    /** How many events wait for the route. */
    int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** How many lines of console text were dropped so far. */
    long dropped() {
        synchronized (waiting) {
            return dropped;
        }
    }

    /** Forgets what waits. */
    void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    private void dropOldestLine() {
        Iterator<SmpEvent> oldest = waiting.iterator();
        while (oldest.hasNext()) {
            if (oldest.next().name().equals(SmpEvent.CONSOLE)) {
                oldest.remove();
                dropped++;
                return;
            }
        }
    }

    private void next() {
        SmpEvent event;
        synchronized (waiting) {
            event = waiting.poll();
            if (event == null) {
                busy = false;
                return;
            }
        }
        try {
            route.accept(event, () -> executor.execute(this::next));
        } catch (RuntimeException e) {
            executor.execute(this::next);
            throw e;
        }
    }
}
