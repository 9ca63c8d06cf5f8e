package io.github.camelsmp.benchmarks.peer;

import java.io.IOException;

/** Tells how much of a transfer's time is that of a real server, which is a script. */
public final class Bottlenecks {

    private Bottlenecks() {}

    /** @param arguments runs of each transfer; then part of the names of rows */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Script("bottlenecks.py").run(arguments);
    }
}
