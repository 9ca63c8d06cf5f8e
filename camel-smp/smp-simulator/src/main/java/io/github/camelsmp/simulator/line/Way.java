package io.github.camelsmp.simulator.line;

import java.time.Duration;

/**
 * One direction of a link. Probabilities are 0 to 1, each message is judged on its own.
 *
 * @param delay every byte arrives this much later
 * @param jitter up to this much later still, at random; the order stays
 * @param bytesPerSecond how fast bytes follow each other; 0 for no limit
 * @param loss probability that a message is lost
 * @param loseEvery every that many-th message is lost; 0 for none
 * @param duplication probability that a message arrives twice
 * @param reordering probability that a message arrives after the one that follows it
 * @param corruption probability that a bit of a datagram, or of what one write brought on a stream, is wrong
 * @param lateEvery every that many-th message is late; 0 for none
 * @param lateness how late
 */
public record Way(
        Duration delay,
        Duration jitter,
        long bytesPerSecond,
        double loss,
        int loseEvery,
        double duplication,
        double reordering,
        double corruption,
        int lateEvery,
        Duration lateness) {

    /** Nothing goes wrong, and at once. */
    public static final Way CLEAN = new Way(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    public Way {
        requireProbability("loss", loss);
        requireProbability("duplication", duplication);
        requireProbability("reordering", reordering);
        requireProbability("corruption", corruption);
        if (delay.isNegative() || jitter.isNegative() || lateness.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it was sent");
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

    public Way withDelay(Duration value) {
        return new Way(
                value,
                jitter,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness);
    }

    public Way withJitter(Duration value) {
        return new Way(
                delay,
                value,
                bytesPerSecond,
                loss,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness);
    }

    public Way withBytesPerSecond(long value) {
        return new Way(delay, jitter, value, loss, loseEvery, duplication, reordering, corruption, lateEvery, lateness);
    }

    /** As a UART with 8 data bits, one start and one stop bit. */
    public Way withBaudRate(int value) {
        return withBytesPerSecond(value / 10);
    }

    public Way withLoss(double value) {
        return new Way(
                delay,
                jitter,
                bytesPerSecond,
                value,
                loseEvery,
                duplication,
                reordering,
                corruption,
                lateEvery,
                lateness);
    }

    public Way withLoseEvery(int value) {
        return new Way(
                delay, jitter, bytesPerSecond, loss, value, duplication, reordering, corruption, lateEvery, lateness);
    }

    public Way withDuplication(double value) {
        return new Way(
                delay, jitter, bytesPerSecond, loss, loseEvery, value, reordering, corruption, lateEvery, lateness);
    }

    public Way withReordering(double value) {
        return new Way(
                delay, jitter, bytesPerSecond, loss, loseEvery, duplication, value, corruption, lateEvery, lateness);
    }

    public Way withCorruption(double value) {
        return new Way(
                delay, jitter, bytesPerSecond, loss, loseEvery, duplication, reordering, value, lateEvery, lateness);
    }

    public Way withLateEvery(int value, Duration by) {
        return new Way(delay, jitter, bytesPerSecond, loss, loseEvery, duplication, reordering, corruption, value, by);
    }
}
