package io.github.camelsmp.benchmarks.peer;

import java.io.IOException;

/** Compares our client with others, which is a script. */
public final class Peers {

    private Peers() {}

    /** @param arguments runs of each client; then part of the names of rows */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Script("run.py").run(arguments);
    }
}
