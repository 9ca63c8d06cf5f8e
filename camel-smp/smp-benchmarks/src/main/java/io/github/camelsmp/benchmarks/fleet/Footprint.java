package io.github.camelsmp.benchmarks.fleet;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process takes. */
final class Footprint {

    private Footprint() {}

    /** Processor time of all threads so far, the compiler's and the collector's among them. */
    static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Bytes of the heap that something refers to. */
    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
