package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The boards that wait for a socket, and counts of what became of them. Touched by the thread of the station alone. */
final class Supply {

    private final RandomGenerator chance;
    private final Tempo tempo;
    private final SimulatorThreads threads;
    private final long first;
    private long made;
    private long silent;
    private long limit;

    /**
     * @param first number of the first board; the others follow
     * @param limit how many boards come
     */
    Supply(long first, long limit, RandomGenerator chance, Tempo tempo, SimulatorThreads threads) {
        this.first = first;
        this.limit = limit;
        this.chance = chance;
        this.tempo = tempo;
        this.threads = threads;
    }

    /** A board that was never in a socket; empty when no more come. */
    Optional<SimulatedBoard> next() {
        if (hasEnded()) {
            return Optional.empty();
        }
        Flaw flaw = Flaw.any(chance);
        silent += flaw == Flaw.SILENT ? 1 : 0;
        return Optional.of(new SimulatedBoard(first + made++, flaw, tempo, threads));
    }

    /** No more boards come. */
    void end() {
        limit = made;
    }

    boolean hasEnded() {
        return made >= limit;
    }

    long made() {
        return made;
    }

    /** How many of them never say who they are. */
    long silent() {
        return silent;
    }
}
