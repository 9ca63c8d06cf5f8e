package io.github.camelsmp.examples.factoryline;

import io.github.camelsmp.examples.factoryline.station.Tempo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the example is started.
 *
 * @param home folder for work orders, records and labels
 * @param host what the screen is bound to
 * @param port of the screen, 0 for any free one
 * @param token with which the screen may do more than show; blank for none
 * @param sockets of the station
 * @param firstBoard number of the first simulated board
 * @param boards how many come
 * @param tempo of the simulated boards and people
 * @param shift how long boards come; empty for until the program is stopped
 */
record FactoryOptions(
        Path home,
        String host,
        int port,
        String token,
        int sockets,
        long firstBoard,
        long boards,
        Tempo tempo,
        Optional<Duration> shift) {

    private static final int SOCKETS = 24;

    FactoryOptions {
        if (sockets < 1 || sockets > 500) {
            throw new IllegalArgumentException("factory.sockets is " + sockets + ", 1 to 500 are possible");
        }
    }

    /** The options of the command line, {@code -Dfactory.port=8090}. Board numbers are others in each run. */
    static FactoryOptions ofSystem() {
        return new FactoryOptions(
                Path.of(System.getProperty("factory.home", "target/factory-line")),
                System.getProperty("factory.host", "127.0.0.1"),
                Integer.getInteger("factory.port", 8080),
                System.getProperty("factory.token", ""),
                Integer.getInteger("factory.sockets", SOCKETS),
                System.currentTimeMillis() << 10,
                Long.MAX_VALUE,
                Tempo.REAL,
                Optional.ofNullable(Integer.getInteger("factory.minutes")).map(Duration::ofMinutes));
    }
}
