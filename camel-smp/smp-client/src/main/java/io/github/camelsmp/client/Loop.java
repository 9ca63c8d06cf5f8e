package io.github.camelsmp.client;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a connection, and its clock.
 *
 * @param executor runs one task at a time
 * @param nanoTime a clock like {@link System#nanoTime}; tests turn it by hand
 */
record Loop(ScheduledExecutorService executor, LongSupplier nanoTime) {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    void execute(Runnable task) {
        executor.execute(task);
    }

    /** Runs a task later; an executor would keep what it throws to itself, so that is logged here. */
    ScheduledFuture<?> after(Duration delay, Runnable task) {
        return executor.schedule(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.error("A timer of an SMP connection failed", e);
                    }
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Duration since(long then) {
        return Duration.ofNanos(now() - then);
    }
}
