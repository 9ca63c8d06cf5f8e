package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Traffic;
import java.time.Duration;
import java.util.Optional;

/** The device at the end of a line. Everything that concerns it runs through {@link #run}, one thing at a time. */
public interface LineHost {

    /** The name of the device. */
    String name();

    /** Does something while the device does nothing else. */
    void run(Runnable task);

    /** The same, later. */
    void after(Duration delay, Runnable task);

    /** Nanoseconds of the time the device lives in. */
    long nanos();

    /** What answers at present; empty while the device is off or boots. */
    Optional<Serving> serving();

    /** What the links of the device do to what passes. */
    Impairment impairment();

    /** The text the application prints between its messages. */
    ConsoleNoise noise();

    /** Where what is dropped is counted. */
    Traffic traffic();

    /** The line is gone for good. */
    void closed(DeviceLine line);
}
