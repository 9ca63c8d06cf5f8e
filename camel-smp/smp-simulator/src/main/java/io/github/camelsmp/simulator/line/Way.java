package io.github.camelsmp.simulator.line;

import java.time.Duration;

/** One direction of a link. Each message, or what one write brings on a stream, is judged on its own. */
public final class Way {

    /** Nothing goes wrong, and at once. */
    public static final Way CLEAN = new Way(Pace.AT_ONCE, Chances.NONE, Rhythm.NONE);

    private final Pace pace;
    private final Chances chances;
    private final Rhythm rhythm;

    private Way(Pace pace, Chances chances, Rhythm rhythm) {
        this.pace = pace;
        this.chances = chances;
        this.rhythm = rhythm;
    }

    Pace pace() {
        return pace;
    }

    Chances chances() {
        return chances;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Every byte arrives this much later. */
    public Duration delay() {
        return pace.delay();
    }

    /** Bytes arrive only at multiples of this; zero for any time. */
    public Duration interval() {
        return pace.interval();
    }

    /** How fast bytes follow each other; 0 for no limit. */
    public long bytesPerSecond() {
        return pace.bytesPerSecond();
    }

    /** The probability that a message is lost. */
    public double loss() {
        return chances.loss();
    }

    /** Every byte arrives this much later. */
    public Way withDelay(Duration value) {
        return new Way(pace.withDelay(value), chances, rhythm);
    }

    /** Up to this much later still, at random. */
    public Way withJitter(Duration value) {
        return new Way(pace.withJitter(value), chances, rhythm);
    }

    /** Bytes arrive only at multiples of this, as with the connection interval of a radio. */
    public Way withInterval(Duration value) {
        return new Way(pace.withInterval(value), chances, rhythm);
    }

    /** Bytes follow each other at this speed. */
    public Way withBytesPerSecond(long value) {
        return new Way(pace.withBytesPerSecond(value), chances, rhythm);
    }

    /** Bytes follow each other as on a UART with 8 data bits, one start and one stop bit. */
    public Way withBaudRate(int value) {
        return withBytesPerSecond(value / 10);
    }

    /** A message is lost with this probability. */
    public Way withLoss(double value) {
        return new Way(pace, chances.withLoss(value), rhythm);
    }

    /** Every that many-th message is lost. */
    public Way withLoseEvery(int value) {
        return new Way(pace, chances, rhythm.withLoseEvery(value));
    }

    /** A message arrives twice with this probability. */
    public Way withDuplication(double value) {
        return new Way(pace, chances.withDuplication(value), rhythm);
    }

    /** A message arrives after its successor with this probability. */
    public Way withReordering(double value) {
        return new Way(pace, chances.withReordering(value), rhythm);
    }

    /** A bit is wrong with this probability, once in a datagram or in what one write brought on a stream. */
    public Way withCorruption(double value) {
        return new Way(pace, chances.withCorruption(value), rhythm);
    }

    /** Every that many-th message is late by so much; what follows overtakes it. */
    public Way withLateEvery(int every, Duration by) {
        return new Way(pace, chances, rhythm.withLateEvery(every, by));
    }

    /** A datagram, or what one write brought on a stream, arrives without its end with this probability. */
    public Way withTruncation(double value) {
        return new Way(pace, chances.withTruncation(value), rhythm);
    }

    /**
     * The link flaps: of each {@code every}, nothing arrives in the last {@code length}. In one direction only, it is half
     * open.
     */
    public Way withOutages(Duration every, Duration length) {
        return new Way(pace, chances, rhythm.withOutages(every, length));
    }

    @Override
    public String toString() {
        return pace + " " + chances + " " + rhythm;
    }
}
