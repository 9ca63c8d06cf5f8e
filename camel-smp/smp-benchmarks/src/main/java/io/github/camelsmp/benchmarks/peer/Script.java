package io.github.camelsmp.benchmarks.peer;

import io.github.camelsmp.benchmarks.Results;
import java.io.IOException;
import java.util.List;

/** A script of {@code src/main/peers}, which starts the clients that are compared, ours with the class path of this program. */
record Script(String name) {

    private static final String SERVERS = "smp.zephyr.servers";

    /** @param arguments runs of each client; then part of the names of rows */
    void run(String... arguments) throws IOException, InterruptedException {
        String servers = System.getProperty(SERVERS, "");
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("real servers are missing: name a folder with -D" + SERVERS);
        }
        List<String> command = List.of(
                "python3",
                "src/main/peers/" + name,
                "--servers",
                servers,
                "--work",
                "target/peers",
                "--classpath",
                System.getProperty("java.class.path"),
                "--runs",
                arguments[0],
                "--rows",
                arguments.length > 1 ? arguments[1] : "",
                "--data",
                System.getProperty(Results.FOLDER, ""));
        int outcome = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (outcome != 0) {
            throw new IllegalStateException(name + " ended with " + outcome);
        }
    }
}
