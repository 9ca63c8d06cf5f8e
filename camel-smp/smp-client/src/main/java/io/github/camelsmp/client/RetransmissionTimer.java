package io.github.camelsmp.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for an answer before a request is sent again, learnt from how long answers take, as RFC 6298 does:
 * the smoothed round trip and four times its variance, doubled with every repetition.
 *
 * <p>It differs from the RFC in three points. Every transmission has a sequence number of its own, so that the answer to
 * a repeated request is a measurement as good as any, where Karn's rule would have to ignore it. Devices stop now and
 * then to erase flash, for far longer than answers vary otherwise, so the longest of the last some hundred answers
 * counts as well. And nothing is known before the first answer: until then the wait is the ceiling, or what a request
 * that took more work than others has shown.
 *
 * <p>For requests of one kind to one device. Lives on the loop of its connection.
 */
public final class RetransmissionTimer {

    /** Below what a station that is busy, or the first erasure of a page, takes now and then. */
    private static final long FIRST_FLOOR = Duration.ofMillis(500).toNanos();

    private static final long LAST_FLOOR = Duration.ofMillis(100).toNanos();

    /** Every answer lowers the floor by this part of what is above the last floor. */
    private static final int FLOOR_STEPS = 16;

    /** Answers after which the longest one begins to be forgotten; more than lie between the erasures of a 64 KiB page. */
    private static final int ANSWERS_REMEMBERED = 256;

    private static final int ROUND_TRIPS_OF_FIRST_WAIT = 4;
    private static final int MOST_DOUBLINGS = 16;

    private final Duration ceiling;
    private final boolean measuring;
    private boolean measured;
    private long unmeasured;
    private long smoothed;
    private long variance;
    private long floor;
    private long longest;
    private long longestBefore;
    private int answers;

    private RetransmissionTimer(Duration ceiling, boolean measuring, long floor) {
        if (ceiling.isNegative() || ceiling.isZero()) {
            throw new IllegalArgumentException("timeout is " + ceiling + ", it must be positive");
        }
        this.ceiling = ceiling;
        this.unmeasured = ceiling.toNanos();
        this.measuring = measuring;
        this.floor = floor;
    }

    /** Waits as measured, but never longer than {@code ceiling}, which is more than zero. */
    public static RetransmissionTimer upTo(Duration ceiling) {
        return new RetransmissionTimer(ceiling, true, FIRST_FLOOR);
    }

    /** The same for requests that write and erase nothing, so that no answer takes much longer than those before. */
    public static RetransmissionTimer ofReads(Duration ceiling) {
        return new RetransmissionTimer(ceiling, true, LAST_FLOOR);
    }

    /** Always waits as long as told, which is more than zero. */
    public static RetransmissionTimer constant(Duration timeout) {
        return new RetransmissionTimer(timeout, false, FIRST_FLOOR);
    }

    /**
     * How long to wait for the answer to a question that takes no work, where a few round trips are all that is known.
     *
     * @param roundTrip none leads to the ceiling
     */
    public static Duration firstWait(Optional<Duration> roundTrip, Duration ceiling) {
        return roundTrip
                .map(measured -> measured.multipliedBy(ROUND_TRIPS_OF_FIRST_WAIT))
                .map(wait -> longer(wait, Duration.ofNanos(LAST_FLOOR)))
                .filter(wait -> wait.compareTo(ceiling) < 0)
                .orElse(ceiling);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The longest wait for the answer to one transmission. */
    public Duration ceiling() {
        return ceiling;
    }

    /** How long to wait for the answer to the {@code transmission}-th copy of a request, counted from 1. */
    public Duration timeout(int transmission) {
        long expected = measured ? Math.max(smoothed + 4 * variance, longestOfLate() * 5 / 4) : unmeasured;
        int doublings = Math.min(transmission - 1, MOST_DOUBLINGS);
        Duration timeout = Duration.ofNanos(Math.max(floor, expected)).multipliedBy(1L << doublings);
        return timeout.compareTo(ceiling) < 0 ? timeout : ceiling;
    }

    /** A request that takes the device no less work than those to come was answered after so long. */
    public void hardWorkAnswered(Duration roundTrip) {
        if (measuring) {
            unmeasured = roundTrip.toNanos() * 5 / 4;
        }
    }

    private long longestOfLate() {
        return Math.max(longest, longestBefore);
    }

    /** An answer came so long after the transmission it belongs to. */
    public void answered(Duration roundTrip) {
        if (!measuring) {
            return;
        }
        smooth(roundTrip.toNanos());
        remember(roundTrip.toNanos());
        floor -= (floor - LAST_FLOOR) / FLOOR_STEPS;
    }

    private void smooth(long sample) {
        if (measured) {
            variance += (Math.abs(smoothed - sample) - variance) / 4;
            smoothed += (sample - smoothed) / 8;
        } else {
            measured = true;
            smoothed = sample;
            variance = sample / 2;
        }
    }

    private void remember(long sample) {
        longest = Math.max(longest, sample);
        answers++;
        if (answers == ANSWERS_REMEMBERED) {
            answers = 0;
            longestBefore = longest;
            longest = 0;
        }
    }
}
