package io.github.camelsmp.simulator.threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that runs tasks when they are due. To a task it is the moment it was due at, however late the machine runs
 * it: otherwise each of the delays on a simulated link would add what the machine takes to wake a thread.
 */
final class Timetable {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final Thread thread;
    private final DelayQueue<Due> tasks = new DelayQueue<>();
    private long given;
    private boolean ended;

    /** When the task that runs was due; used by the thread only. */
    private long now;

    private record Due(long at, long number, Runnable task) implements Delayed {
        private static final Comparator<Due> SOONEST =
                ((Comparator<Due>) (one, other) -> Long.signum(one.at - other.at)).thenComparingLong(Due::number);

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return SOONEST.compare(this, (Due) other);
        }
    }

    Timetable(String name) {
        this.thread = SimulatorThreads.daemon(this::run, name);
    }

    long nanos() {
        return Thread.currentThread() == thread ? now : System.nanoTime();
    }

    /** Tasks due at the same moment run in the order they were given. */
    synchronized void after(Duration delay, Runnable task) {
        if (ended) {
            return;
        }
        if (given == 0) {
            thread.start();
        }
        tasks.add(new Due(nanos() + delay.toNanos(), given++, task));
    }

    /** Runs no further task, and interrupts the one that runs. */
    synchronized void end() {
        ended = true;
        tasks.clear();
        thread.interrupt();
    }

    private void run() {
        try {
            while (!hasEnded()) {
                Due due = tasks.take();
                now = due.at;
                carryOut(due.task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private static void carryOut(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a simulated device failed in its own code", e);
        }
    }
}
