package io.github.camelsmp.simulator.threads;

import java.time.Duration;

/** The time simulated devices live in. */
public interface SimulatorTime {

    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();

    /**
     * Runs a task later, on a thread of this time. Tasks due at the same moment run in the order they were given.
     *
     * @param delay not negative; zero means as soon as possible, never within this call
     */
    void after(Duration delay, Runnable task);
}
