package io.github.camelsmp.client;

import java.time.Duration;

/** The growing pause between attempts. */
final class Backoff {
    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** The pause before the next attempt; the one after that doubles it, up to the longest. */
    Duration next() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return pause;
    }

    /** An attempt was good: the next trouble starts with the shortest pause. */
    void reset() {
        next = shortest;
    }
}
