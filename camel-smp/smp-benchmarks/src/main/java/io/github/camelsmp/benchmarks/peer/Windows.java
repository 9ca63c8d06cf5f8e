package io.github.camelsmp.benchmarks.peer;

import java.io.IOException;

/** Compares our client with itself, with one request in flight and with as many as prove good, which is a script. */
public final class Windows {

    private Windows() {}

    /** @param arguments runs with each window; then part of the names of rows */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Script("windows.py").run(arguments);
    }
}
