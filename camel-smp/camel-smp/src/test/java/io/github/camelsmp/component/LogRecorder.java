package io.github.camelsmp.component;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Keeps what everybody logs, and what this library and those it brings log for developers. */
final class LogRecorder extends Handler implements AutoCloseable {

    private static final List<Logger> OURS = Stream.of("io.github.camelsmp", "io.netty", "org.eclipse.californium")
            .map(Logger::getLogger)
            .toList();

    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    LogRecorder() {
        setLevel(Level.ALL);
        root.addHandler(this);
        root.setLevel(Level.INFO);
        OURS.forEach(logger -> logger.setLevel(Level.ALL));
    }

    String text() {
        return String.join("", logged);
    }

    @Override
    public void publish(LogRecord event) {
        logged.add(formatter.format(event));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(levelBefore);
        OURS.forEach(logger -> logger.setLevel(null));
    }
}
