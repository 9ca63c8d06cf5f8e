package io.github.camelsmp.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;

/** The one thing a line waits for at a time, and the growing pauses between attempts. */
final class LineTimer {
    private final Loop loop;
    private final Duration shortestPause;
    private final Duration longestPause;
    private Duration nextPause;
    private boolean firstPause = true;
    private Optional<ScheduledFuture<?>> running = Optional.empty();

    /** @param longestPause counts as {@code shortestPause} if it is shorter */
    LineTimer(Loop loop, Duration shortestPause, Duration longestPause) {
        this.loop = loop;
        this.shortestPause = shortestPause;
        this.longestPause = longer(shortestPause, longestPause);
        this.nextPause = shortestPause;
    }

    void start(Duration delay, Runnable task) {
        stop();
        running = Optional.of(loop.after(delay, task));
    }

    /** Waits before the next attempt; the pause after that is twice as long, up to the longest. */
    void startPause(Runnable attempt) {
        start(nextPause, attempt);
        Duration doubled = nextPause.multipliedBy(2);
        nextPause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        firstPause = false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Whether the trouble has just begun. */
    boolean isFirstPause() {
        return firstPause;
    }

    void stop() {
        running.ifPresent(timer -> timer.cancel(false));
        running = Optional.empty();
    }

    /** An attempt was good: the next trouble begins with the shortest pause. */
    void resetPause() {
        nextPause = shortestPause;
        firstPause = true;
    }
}
