package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * What happens again and again, whatever chance does.
 *
 * @param loseEvery every that many-th message is lost; 0 for none
 * @param lateEvery every that many-th message is late; 0 for none
 * @param lateness how late
 * @param outageEvery nothing arrives for a while at such a distance; zero for never
 * @param outage how long, at the end of each such time
 */
record Rhythm(int loseEvery, int lateEvery, Duration lateness, Duration outageEvery, Duration outage) {

    static final Rhythm NONE = new Rhythm(0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Rhythm {
        if (loseEvery < 0 || lateEvery < 0) {
            throw new IllegalArgumentException("loseEvery and lateEvery are not negative");
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it was sent");
        }
        if (outage.isNegative() || outage.compareTo(outageEvery) > 0) {
            throw new IllegalArgumentException("an outage is a part of the time between two of them");
        }
    }

    Rhythm withLoseEvery(int messages) {
        return new Rhythm(messages, lateEvery, lateness, outageEvery, outage);
    }

    Rhythm withLateEvery(int messages, Duration time) {
        return new Rhythm(loseEvery, messages, time, outageEvery, outage);
    }

    Rhythm withOutages(Duration every, Duration length) {
        return new Rhythm(loseEvery, lateEvery, lateness, every, length);
    }
}
