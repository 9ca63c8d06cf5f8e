package io.github.camelsmp.simulator;

/**
 * When power fails. Without such an order it fails only when {@link SimulatedDevice#powerOff()} says so, or a
 * {@link io.github.camelsmp.simulator.server.Verdict}.
 */
public sealed interface PowerCut {

    /**
     * Power fails when this many more bytes were written to flash, whoever writes them: an upload, a change of state, a
     * swap at boot.
     *
     * @param bytes 0 or more; 0 fails the next write
     */
    record AfterBytes(long bytes) implements PowerCut {}

    /**
     * Power fails when this many more pages were erased; the next one is left half erased.
     *
     * @param pages 0 or more; 0 fails the next erase
     */
    record AfterPages(long pages) implements PowerCut {}
}
