package io.github.camelsmp.simulator.group;

import java.util.List;

/**
 * What of the OS group is compiled in, and what it tells (protocol.md 6.0).
 *
 * @param info fields of the application information
 * @param parameters whether the server tells its buffers
 * @param applicationInfo whether it tells about the application
 * @param bootloaderInfo whether it tells about the bootloader
 * @param milliseconds whether times carry milliseconds, not padded with zeros
 * @param tasks threads of the task statistics; none for a server without them
 * @param pools memory pools; none for a server without their statistics
 * @param poolsNested whether they are under {@code mpools}, as Mynewt sends them, instead of at the top
 */
public record OsOptions(
        ApplicationInfo info,
        boolean parameters,
        boolean applicationInfo,
        boolean bootloaderInfo,
        boolean milliseconds,
        List<SimulatedTask> tasks,
        List<MemoryPool> pools,
        boolean poolsNested) {

    /** Keeps copies of the lists. */
    public OsOptions {
        tasks = List.copyOf(tasks);
        pools = List.copyOf(pools);
    }

    /** A server that has all of it except memory pools, on a board of this name. */
    public static OsOptions of(String nodeName) {
        List<SimulatedTask> tasks = List.of(
                new SimulatedTask("main", 0, 2, 180, 256, 120_000),
                new SimulatedTask("mcumgr smp", 3, 0, 310, 512, 990_000),
                new SimulatedTask("sysworkq", -1, 2, 90, 256, 40_000),
                new SimulatedTask("idle", 15, 0, 16, 80, 4_200_000_000L));
        return new OsOptions(ApplicationInfo.of(nodeName), true, true, true, false, tasks, List.of(), false);
    }

    /** The same server, telling this about its application. */
    public OsOptions withInfo(ApplicationInfo value) {
        return new OsOptions(
                value, parameters, applicationInfo, bootloaderInfo, milliseconds, tasks, pools, poolsNested);
    }

    /** The same server, with or without its buffers told. */
    public OsOptions withParameters(boolean on) {
        return new OsOptions(info, on, applicationInfo, bootloaderInfo, milliseconds, tasks, pools, poolsNested);
    }

    /** The same server, with or without application information. */
    public OsOptions withApplicationInfo(boolean on) {
        return new OsOptions(info, parameters, on, bootloaderInfo, milliseconds, tasks, pools, poolsNested);
    }

    /** The same server, with or without bootloader information. */
    public OsOptions withBootloaderInfo(boolean on) {
        return new OsOptions(info, parameters, applicationInfo, on, milliseconds, tasks, pools, poolsNested);
    }

    /** The same server, with or without milliseconds in its times. */
    public OsOptions withMilliseconds(boolean on) {
        return new OsOptions(info, parameters, applicationInfo, bootloaderInfo, on, tasks, pools, poolsNested);
    }

    /** The same server with these threads. */
    public OsOptions withTasks(SimulatedTask... value) {
        return new OsOptions(
                info, parameters, applicationInfo, bootloaderInfo, milliseconds, List.of(value), pools, poolsNested);
    }

    /** The same server with these memory pools at the top of the answer, as the newest servers send them. */
    public OsOptions withMemoryPools(MemoryPool... value) {
        return new OsOptions(
                info, parameters, applicationInfo, bootloaderInfo, milliseconds, tasks, List.of(value), false);
    }

    /** The same server with its memory pools under {@code mpools}, as Mynewt sends them. */
    public OsOptions withPoolsNested() {
        return new OsOptions(info, parameters, applicationInfo, bootloaderInfo, milliseconds, tasks, pools, true);
    }
}
