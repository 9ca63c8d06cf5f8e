package io.github.camelsmp.simulator.threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that stands still until a test turns it. Everything that becomes due runs within {@link #advance}, on the thread
 * that calls it.
 */
public final class ManualTime implements SimulatorTime {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
    private long now;
    private long given;

    private record Task(long due, long number, Runnable work) {}

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(now + delay.toNanos(), given++, task));
    }

    /** Turns time forward and runs what becomes due on the way, at the moment it is due. */
    public void advance(Duration by) {
        long end = nanos() + by.toNanos();
        for (Task task = next(end); task != null; task = next(end)) {
            task.work.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Task next(long end) {
        Task first = tasks.peek();
        if (first == null || first.due > end) {
            return null;
        }
        now = Math.max(now, first.due);
        return tasks.poll();
    }
}
