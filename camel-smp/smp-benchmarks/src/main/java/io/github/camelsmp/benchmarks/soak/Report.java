package io.github.camelsmp.benchmarks.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.camelsmp.benchmarks.Results;
import io.github.camelsmp.benchmarks.soak.Ledger.Count;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a soak prints and keeps. */
final class Report {

    private final Ledger ledger;
    private final long started = System.nanoTime();
    private final Results samples =
            Results.begin("soak", "minute", "heap MiB", "threads", "handles", "exchanges", "ended", "lost", "oldest s");

    Report(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What the process holds now. Heap is what is left after a collection. */
    void sample() {
        System.gc();
        samples.row(
                Results.figure((System.nanoTime() - started) / 60e9, 1),
                Results.figure(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0, 1),
                String.valueOf(ManagementFactory.getThreadMXBean().getThreadCount()),
                String.valueOf(handles()),
                String.valueOf(ledger.begun()),
                String.valueOf(ledger.ended()),
                String.valueOf(ledger.lost()),
                String.valueOf(ledger.oldestSeconds()));
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    /** How everything ended. */
    void end() {
        samples.keep();
        Results ends = Results.begin("soak-ends", "exchange", "count");
        ledger.ends().forEach((end, count) -> ends.row(words(end), String.valueOf(count)));
        ends.keep();
        Results lines = Results.begin("soak-lines", "line or what goes wrong on it", "answered", "failed with a type");
        ledger.cables().forEach((cable, count) -> row(lines, cable, count));
        ledger.troubles().forEach((trouble, count) -> row(lines, words(trouble.name()), count));
        lines.keep();
    }

    private static void row(Results table, String name, Count count) {
        table.row(name, String.valueOf(count.answered()), String.valueOf(count.failed()));
    }

    private static String words(String constant) {
        String[] parts = constant.split(" ", 2);
        String name = parts[0].toLowerCase(Locale.ROOT).replace('_', ' ');
        return parts.length == 1 ? name : name + ": " + parts[1];
    }
}
