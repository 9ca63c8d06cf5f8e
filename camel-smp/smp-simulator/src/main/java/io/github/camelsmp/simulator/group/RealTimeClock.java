package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.threads.SimulatorTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** The clock of a device: not set until somebody sets it, without a zone, and it survives resets. */
public final class RealTimeClock {

    private final SimulatorTime time;
    private LocalDateTime set;
    private long setAtNanos;

    /** A clock that was not set yet, and goes as this time does. */
    public RealTimeClock(SimulatorTime time) {
        this.time = time;
    }

    /** What it shows; empty while it was never set. */
    public Optional<LocalDateTime> now() {
        return Optional.ofNullable(set).map(then -> then.plus(Duration.ofNanos(time.nanos() - setAtNanos)));
    }

    /** Sets it. */
    public void set(LocalDateTime value) {
        set = value;
        setAtNanos = time.nanos();
    }

    /** Reads the digits where they stand in {@code yyyy-MM-ddTHH:mm:ss}, whatever separates them. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            return Optional.of(LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
