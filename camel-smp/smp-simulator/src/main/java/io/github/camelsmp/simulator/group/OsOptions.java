package io.github.camelsmp.simulator.group;

import java.util.List;

/**
 * What of the OS group is compiled in, and what it tells.
 *
 * @param info fields of the application information
 * @param parameters whether the server tells its buffers
 * @param applicationInfo whether it tells about the application
 * @param bootloaderInfo whether it tells about the bootloader
 * @param milliseconds whether times carry milliseconds
 * @param tasks threads of the task statistics; none means that they are not compiled in
 * @param pools memory pools; none means that their statistics are not compiled in
 * @param poolsNested whether they are one level down, under {@code mpools}
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

    public OsOptions {
        tasks = List.copyOf(tasks);
        pools = List.copyOf(pools);
    }
}
