package io.github.camelsmp.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts on the loop; anyone may look. */
final class Tally {
    final AtomicLong requests = new AtomicLong();
    final AtomicLong transmissions = new AtomicLong();
    final AtomicLong retransmissions = new AtomicLong();
    final AtomicLong timeouts = new AtomicLong();
    final AtomicLong lateAnswers = new AtomicLong();
    final AtomicLong unknownAnswers = new AtomicLong();
    final AtomicLong discardedFrames = new AtomicLong();
    final AtomicLong bytesOut = new AtomicLong();
    final AtomicLong bytesIn = new AtomicLong();
    final AtomicLong connects = new AtomicLong();
    final AtomicLong disconnects = new AtomicLong();
    final AtomicLong outstanding = new AtomicLong();

    private final Loop loop;
    private volatile boolean answered;
    private volatile long lastAnswer;
    private volatile long smoothedRoundTrip = -1;
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong roundTripNanos = new AtomicLong();

    Tally(Loop loop) {
        this.loop = loop;
    }

    void sent(int bytes, boolean repeated) {
        transmissions.incrementAndGet();
        bytesOut.addAndGet(bytes);
        if (repeated) {
            retransmissions.incrementAndGet();
        }
    }

    void answered() {
        lastAnswer = loop.now();
        answered = true;
    }

    /** Each transmission has its own sequence number, so there is no doubt which one an answer belongs to. */
    void roundTrip(Duration measured) {
        long sample = measured.toNanos();
        long smoothed = smoothedRoundTrip;
        smoothedRoundTrip = smoothed < 0 ? sample : smoothed + (sample - smoothed) / 8;
        roundTrips.incrementAndGet();
        roundTripNanos.addAndGet(sample);
    }

    /** The smoothed round trip, once there was one. */
    Optional<Duration> roundTrip() {
        long smoothed = smoothedRoundTrip;
        return smoothed < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(smoothed));
    }

    /** Whether the device said anything after {@code then}. */
    boolean answeredAfter(long then) {
        return answered && lastAnswer - then > 0;
    }

    SmpCounters snapshot() {
        return new SmpCounters(
                requests.get(),
                transmissions.get(),
                retransmissions.get(),
                timeouts.get(),
                lateAnswers.get(),
                unknownAnswers.get(),
                discardedFrames.get(),
                bytesOut.get(),
                bytesIn.get(),
                connects.get(),
                disconnects.get(),
                answered ? Optional.of(Instant.now().minus(loop.since(lastAnswer))) : Optional.empty(),
                roundTrip(),
                roundTrips.get(),
                Duration.ofNanos(roundTripNanos.get()),
                outstanding.get());
    }
}
