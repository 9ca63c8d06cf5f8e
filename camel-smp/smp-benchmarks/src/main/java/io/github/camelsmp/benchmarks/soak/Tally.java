package io.github.camelsmp.benchmarks.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a soak has done so far and what the process holds. */
final class Tally {

    private final long started = System.nanoTime();
    private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final AtomicInteger running = new AtomicInteger();

    void begin() {
        begun.increment();
    }

    /** @param failure null if there was none */
    void end(String job, Throwable failure) {
        ended.increment();
        String how = failure == null ? "good" : failure.getClass().getSimpleName();
        ends.computeIfAbsent(job + " " + how, key -> new LongAdder()).increment();
    }

    void stationRuns() {
        running.incrementAndGet();
    }

    synchronized void stationStopped() {
        running.decrementAndGet();
        notifyAll();
    }

    /** Waits for what is on its way. */
    synchronized void awaitEnd() throws InterruptedException {
        while (running.get() > 0) {
            wait();
        }
    }

    /** Heap is what is left after a collection. */
    String line() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        long heap = memory.totalMemory() - memory.freeMemory() >> 20;
        long minutes = Duration.ofNanos(System.nanoTime() - started).toMinutes();
        return "minute " + minutes + ", heap " + heap + " MiB, threads "
                + ManagementFactory.getThreadMXBean().getThreadCount() + ", handles " + handles() + ", begun "
                + begun.sum() + ", ended " + ended.sum() + ", " + ends;
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }
}
