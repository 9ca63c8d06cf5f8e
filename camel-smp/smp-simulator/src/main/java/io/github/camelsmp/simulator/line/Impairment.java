package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * What a link does to what passes it. The same seed and the same traffic give the same faults.
 *
 * <pre>{@code
 * device.impair(Impairment.NONE.withSeed(7)
 *         .withToDevice(Way.CLEAN.withLoss(0.05))
 *         .withFromDevice(Way.CLEAN.withDelay(Duration.ofMillis(10))));
 * }</pre>
 *
 * @param toDevice the way of requests
 * @param fromDevice the way of answers
 * @param seed where chance begins
 */
public record Impairment(Way toDevice, Way fromDevice, long seed) {

    /** Nothing goes wrong, and at once. */
    public static final Impairment NONE = new Impairment(Way.CLEAN, Way.CLEAN, 1);

    /** The same in both directions. */
    public static Impairment both(Way way) {
        return new Impairment(way, way, 1);
    }

    /** A UART of this speed, 8N1. */
    public static Impairment baudRate(int baudRate) {
        return both(Way.CLEAN.withBaudRate(baudRate));
    }

    /** A network with this round-trip time, half of it each way. */
    public static Impairment roundTrip(Duration time) {
        return both(Way.CLEAN.withDelay(time.dividedBy(2)));
    }

    /** The same with this way of requests. */
    public Impairment withToDevice(Way way) {
        return new Impairment(way, fromDevice, seed);
    }

    /** The same with this way of answers. */
    public Impairment withFromDevice(Way way) {
        return new Impairment(toDevice, way, seed);
    }

    /** The same with another chance. */
    public Impairment withSeed(long value) {
        return new Impairment(toDevice, fromDevice, value);
    }
}
