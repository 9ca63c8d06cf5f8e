package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * How long bytes are on their way.
 *
 * @param delay every byte arrives this much later
 * @param jitter up to this much later still, at random; the order stays
 * @param interval bytes arrive only at multiples of it; zero for any time
 * @param bytesPerSecond how fast bytes follow each other; 0 for no limit
 */
record Pace(Duration delay, Duration jitter, Duration interval, long bytesPerSecond) {

    static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    Pace {
        if (delay.isNegative() || jitter.isNegative() || interval.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it was sent");
        }
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("bytesPerSecond is " + bytesPerSecond + ", it is not negative");
        }
    }

    Pace withDelay(Duration value) {
        return new Pace(value, jitter, interval, bytesPerSecond);
    }

    Pace withJitter(Duration value) {
        return new Pace(delay, value, interval, bytesPerSecond);
    }

    Pace withInterval(Duration value) {
        return new Pace(delay, jitter, value, bytesPerSecond);
    }

    Pace withBytesPerSecond(long value) {
        return new Pace(delay, jitter, interval, value);
    }
}
