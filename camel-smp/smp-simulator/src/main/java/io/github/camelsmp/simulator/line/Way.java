package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * One direction of a link. Probabilities are 0 to 1, each message is judged on its own.
 *
 * @param delay every byte arrives this much later
 * @param jitter up to this much later still, at random; the order stays
 * @param interval bytes arrive only at multiples of it, as with the connection interval of a radio; zero for any time
 * @param bytesPerSecond how fast bytes follow each other; 0 for no limit
 * @param loss probability that a message is lost
 * @param loseEvery every that many-th message is lost; 0 for none
 * @param duplication probability that a message arrives twice
 * @param reordering probability that a message arrives after the one that follows it
 * @param corruption probability that a bit of a datagram, or of what one write brought on a stream, is wrong
 * @param lateEvery every that many-th message is late; 0 for none
 * @param lateness how late
 * @param truncation probability that a datagram, or what one write brought on a stream, arrives without its end
 * @param outageEvery nothing arrives for a while again and again, at such a distance; zero for never
 * @param outage how long, at the end of each such time
 */
public record Way(
        Duration delay,
        Duration jitter,
        Duration interval,
        long bytesPerSecond,
        double loss,
        int loseEvery,
        double duplication,
        double reordering,
        double corruption,
        int lateEvery,
        Duration lateness,
        double truncation,
        Duration outageEvery,
        Duration outage) {

    /** Nothing goes wrong, and at once. */
    public static final Way CLEAN = new Way(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            0,
            Duration.ZERO,
            Duration.ZERO);

    public Way {
        requireProbability("loss", loss);
        requireProbability("duplication", duplication);
        requireProbability("reordering", reordering);
        requireProbability("corruption", corruption);
        requireProbability("truncation", truncation);
        if (delay.isNegative() || jitter.isNegative() || interval.isNegative() || lateness.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it was sent");
        }
        if (outage.isNegative() || outage.compareTo(outageEvery) > 0) {
            throw new IllegalArgumentException("an outage is a part of the time between two of them");
        }
        if (bytesPerSecond < 0 || loseEvery < 0 || lateEvery < 0) {
            throw new IllegalArgumentException("bytesPerSecond, loseEvery and lateEvery are not negative");
        }
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", a probability is 0 to 1");
        }
    }

    /** Every byte arrives this much later. */
    public Way withDelay(Duration value) {
        return new Way(
                value,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Up to this much later still, at random. */
    public Way withJitter(Duration value) {
        return new Way(
                delay,
                value,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Bytes arrive only at multiples of this, as with the connection interval of a radio. */
    public Way withInterval(Duration value) {
        return new Way(
                delay,
                jitter,
                value,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Bytes follow each other at this speed. */
    public Way withBytesPerSecond(long value) {
        return new Way(
                delay,
                jitter,
                interval,
                value,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Bytes follow each other as on a UART with 8 data bits, one start and one stop bit. */
    public Way withBaudRate(int value) {
        return withBytesPerSecond(value / 10);
    }

    /** A message is lost with this probability. */
    public Way withLoss(double value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                value,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Every that many-th message is lost. */
    public Way withLoseEvery(int value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                value,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** A message arrives twice with this probability. */
    public Way withDuplication(double value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                value,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** A message arrives after its successor with this probability. */
    public Way withReordering(double value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                value,
                corruption,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** A bit is wrong with this probability, once in a datagram or in what one write brought on a stream. */
    public Way withCorruption(double value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                value,
                lateEvery,
                lateness,
                truncation,
                outageEvery,
                outage);
    }

    /** Every that many-th message is late by so much; what follows overtakes it. */
    public Way withLateEvery(int every, Duration by) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                every,
                by,
                truncation,
                outageEvery,
                outage);
    }

    /** A datagram, or what one write brought on a stream, arrives without its end with this probability. */
    public Way withTruncation(double value) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                value,
                outageEvery,
                outage);
    }

    /** The link flaps: of each {@code every}, nothing arrives in the last {@code length}. In one direction only, it is half open. */
    public Way withOutages(Duration every, Duration length) {
        return new Way(
                delay,
                jitter,
                interval,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness,
                truncation,
                every,
                length);
    }
}
