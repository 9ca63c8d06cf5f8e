package io.github.camelsmp.client.model;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection.State;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When a line may be opened again, and when nothing may be said. */
final class Pauses {
    private final SmpClientOptions options;
    private final Rules rules;
    private final LongSupplier clock;
    private long quietUntil = Long.MIN_VALUE;
    private long waitingSince;
    private int troubles;
    private int attempts;
    private int attemptsThen = -1;
    private long calledAt = Long.MIN_VALUE;

    Pauses(SmpClientOptions options, Rules rules, LongSupplier clock) {
        this.rules = rules;
        this.options = options;
        this.clock = clock;
    }

    /** A user asked for the line, so it need not wait for its pause. */
    void called() {
        calledAt = clock.getAsLong();
    }

    /** The device resets and is not to be disturbed for so long. */
    void quiet(Duration time) {
        quietUntil = clock.getAsLong() + time.toNanos();
    }

    void observe(State now, State before) {
        if (now == State.CONNECTED) {
            troubles = 0;
        }
        if (now == State.WAITING_TO_RECONNECT && (before != now || attempts != attemptsThen) && !isQuiet()) {
            waitingSince = clock.getAsLong();
            attemptsThen = attempts;
            troubles++;
        }
    }

    private boolean isQuiet() {
        return clock.getAsLong() < quietUntil;
    }

    /** A line is about to be opened. */
    void opens(State state) {
        rules.require(!isQuiet(), "a line is opened to a device that is to be left alone");
        attempts++;
        if (state == State.WAITING_TO_RECONNECT && calledAt != clock.getAsLong() && waitingSince > quietUntil) {
            long waited = clock.getAsLong() - waitingSince;
            rules.require(
                    waited >= pause(troubles - 1).toNanos(),
                    "after %d troubles the line is opened again within %s",
                    troubles,
                    Duration.ofNanos(waited));
        }
    }

    private Duration pause(int earlierTroubles) {
        Duration grown = options.reconnectDelay().multipliedBy(1L << Math.min(20, Math.max(0, earlierTroubles)));
        return grown.compareTo(options.maxReconnectDelay()) < 0 ? grown : options.maxReconnectDelay();
    }

    /** A message is about to go out. */
    void speaks() {
        rules.require(!isQuiet(), "something is said to a device that is to be left alone");
    }
}
