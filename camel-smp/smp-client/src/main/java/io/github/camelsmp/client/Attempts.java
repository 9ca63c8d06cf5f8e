package io.github.camelsmp.client;

import java.time.Duration;

/**
 * How patiently one request is sent, where a routine knows better than the connection's options. A timer that waits
 * shorter than its ceiling leads to more transmissions, not to less patience: the request is given up when it was sent
 * {@code retries} times more than once, and as much time has passed as the ceiling allows for that.
 *
 * @param timer waiting time of each transmission
 * @param retries transmissions after the first, 0 or more; a request that may not be repeated is sent once all the same
 * @param onRetransmission runs on the connection's loop whenever the request is sent again
 * @param repeatsRefused whether the connection itself asks again, after a pause, when the device is busy or has no
 *     memory; otherwise that is a failure like any other
 */
public record Attempts(RetransmissionTimer timer, int retries, Runnable onRetransmission, boolean repeatsRefused) {

    /** @throws IllegalArgumentException if there are fewer than no retries */
    public Attempts {
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + ", it may not be negative");
        }
    }

    /** Asks again when the device is busy. */
    public Attempts(RetransmissionTimer timer, int retries, Runnable onRetransmission) {
        this(timer, retries, onRetransmission, true);
    }

    /** Waits {@code timeout} for the answer to each transmission. */
    public Attempts(Duration timeout, int retries, Runnable onRetransmission) {
        this(RetransmissionTimer.constant(timeout), retries, onRetransmission);
    }

    /** As {@link #Attempts(Duration, int, Runnable)}, telling nobody. */
    public Attempts(Duration timeout, int retries) {
        this(timeout, retries, () -> {});
    }

    /** One transmission and no other. */
    public static Attempts once(Duration timeout) {
        return new Attempts(timeout, 0);
    }

    /** The same for one who wants to know at once that the device is busy or has no memory. */
    public Attempts tellingRefusals() {
        return new Attempts(timer, retries, onRetransmission, false);
    }

    /** How long the answer may take at most, over so many repetitions. */
    Duration patience(int repetitions) {
        return timer.ceiling().multipliedBy(repetitions + 1L);
    }
}
