package io.github.camelsmp.client;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Runs the operations of a test class on two threads, with every switch between them that makes a difference up to a
 * bound, and compares what they return with what they return one after another. {@code -Dsmp.interleavings=N} tries N
 * combinations of operations in place of a few.
 */
public final class Interleavings {
    private static final int COMBINATIONS = Integer.getInteger("smp.interleavings", 3);
    private static final int SWITCHES = 200;
    private static final int OPERATIONS_OF_A_THREAD = 3;

    private Interleavings() {}

    /** @throws AssertionError with the schedule that leads to what cannot be */
    public static void check(Class<?> operations) {
        new ModelCheckingOptions()
                .threads(2)
                .actorsBefore(1)
                .actorsPerThread(OPERATIONS_OF_A_THREAD)
                .actorsAfter(1)
                .iterations(COMBINATIONS)
                .invocationsPerIteration(SWITCHES)
                .check(operations);
    }
}
