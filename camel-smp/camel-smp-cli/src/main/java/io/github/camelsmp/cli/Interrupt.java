package io.github.camelsmp.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends what is under way when the process is told to end, as with Ctrl-C, and lets it finish what it has to say. */
final class Interrupt implements AutoCloseable {

    private static final long LONGEST_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param cancel makes the thread that closes this come to an end */
    Interrupt(Runnable cancel) {
        hook = new Thread(() -> end(cancel), "smp-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable cancel) {
        cancel.run();
        try {
            ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, and waited for this
        }
    }
}
