package io.github.camelsmp.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counts, mostly on the loop; anyone may look. What is looked at together was so at one moment: nobody sees more
 * repetitions than transmissions.
 */
final class Tally {
    private final Loop loop;
    private long requests;
    private long transmissions;
    private long retransmissions;
    private long timeouts;
    private long lateAnswers;
    private long unknownAnswers;
    private long discardedFrames;
    private long bytesOut;
    private long bytesIn;
    private long connects;
    private long disconnects;
    private long outstanding;
    private long roundTrips;
    private long roundTripNanos;
    private long smoothedRoundTrip;
    private OptionalLong lastAnswer = OptionalLong.empty();

    Tally(Loop loop) {
        this.loop = loop;
    }

    /** A caller asked for something. */
    synchronized void asked() {
        requests++;
        outstanding++;
    }

    /** What a caller asked for came, or was given up. */
    synchronized void ended() {
        outstanding--;
    }

    synchronized void sent(int bytes, boolean repeated) {
        transmissions++;
        bytesOut += bytes;
        if (repeated) {
            retransmissions++;
        }
    }

    /** A transmission was not answered in time. */
    synchronized void timedOut() {
        timeouts++;
    }

    synchronized void received(int bytes) {
        bytesIn += bytes;
    }

    synchronized void discardedFrame() {
        discardedFrames++;
    }

    synchronized void unknownAnswer() {
        unknownAnswers++;
    }

    synchronized void lateAnswer() {
        lateAnswers++;
    }

    synchronized void connected() {
        connects++;
    }

    synchronized void disconnected() {
        disconnects++;
    }

    synchronized void answered() {
        lastAnswer = OptionalLong.of(loop.now());
    }

    /** Each transmission has its own sequence number, so there is no doubt which one an answer belongs to. */
    synchronized void roundTrip(Duration measured) {
        long sample = measured.toNanos();
        smoothedRoundTrip = roundTrips == 0 ? sample : smoothedRoundTrip + (sample - smoothedRoundTrip) / 8;
        roundTrips++;
        roundTripNanos += sample;
    }

    /** The smoothed round trip, once there was one. */
    synchronized Optional<Duration> roundTrip() {
        return roundTrips == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(smoothedRoundTrip));
    }

    /** Whether the device said anything after {@code then}. */
    synchronized boolean answeredAfter(long then) {
        return lastAnswer.isPresent() && lastAnswer.getAsLong() - then > 0;
    }

    synchronized SmpCounters snapshot() {
        return new SmpCounters(
                requests,
                transmissions,
                retransmissions,
                timeouts,
                lateAnswers,
                unknownAnswers,
                discardedFrames,
                bytesOut,
                bytesIn,
                connects,
                disconnects,
                lastAnswer.isPresent()
                        ? Optional.of(Instant.now().minus(loop.since(lastAnswer.getAsLong())))
                        : Optional.empty(),
                roundTrip(),
                roundTrips,
                Duration.ofNanos(roundTripNanos),
                outstanding);
    }
}
