package io.github.camelsmp.client;

import java.time.Duration;

/**
 * How patiently one request is sent, where a routine knows better than the connection's options.
 *
 * @param timeout waiting time of each transmission
 * @param retries transmissions after the first, 0 or more; a request that may not be repeated is sent once all the same
 * @param onRetransmission runs on the connection's loop whenever the request is sent again
 */
public record Attempts(Duration timeout, int retries, Runnable onRetransmission) {

    public Attempts {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", it must be positive");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + ", it may not be negative");
        }
    }

    public Attempts(Duration timeout, int retries) {
        this(timeout, retries, () -> {});
    }

    /** One transmission and no other. */
    public static Attempts once(Duration timeout) {
        return new Attempts(timeout, 0);
    }
}
