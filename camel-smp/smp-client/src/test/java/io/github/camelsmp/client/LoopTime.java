package io.github.camelsmp.client;

import io.github.camelsmp.simulator.threads.SimulatorTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets devices live in the time of a client's loop. */
public record LoopTime(VirtualLoop loop) implements SimulatorTime {

    @Override
    public long nanos() {
        return loop.nanoTime();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
