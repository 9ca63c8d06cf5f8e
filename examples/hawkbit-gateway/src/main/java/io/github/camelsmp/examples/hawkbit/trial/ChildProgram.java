package io.github.camelsmp.examples.hawkbit.trial;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, which does not outlive this one. */
final class ChildProgram implements AutoCloseable {

    private final Process process;

    ChildProgram(ProcessBuilder command) throws IOException {
        process = command.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    Process process() {
        return process;
    }

    /** Kills it, as a power cut would. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
