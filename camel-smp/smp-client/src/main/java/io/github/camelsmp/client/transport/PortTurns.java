package io.github.camelsmp.client.transport;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is to have a port. A port takes a moment to close, on a thread of its own, and cannot be opened again
 * before.
 */
final class PortTurns {
    private static final long LONGEST_CLOSE_SECONDS = 3;

    private final Map<String, CountDownLatch> turns = new ConcurrentHashMap<>();

    /**
     * Waits until the one before has closed the port, or does not seem to.
     *
     * @return counts down to zero to end this turn
     */
    CountDownLatch await(String port) throws InterruptedException {
        CountDownLatch mine = new CountDownLatch(1);
        Optional<CountDownLatch> before = Optional.ofNullable(turns.put(port, mine));
        try {
            if (before.isPresent()) {
                before.get().await(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            }
            return mine;
        } catch (InterruptedException e) {
            // whoever comes next would wait for a turn that nobody takes
            end(port, mine);
            throw e;
        }
    }

    void end(String port, CountDownLatch turn) {
        turn.countDown();
        turns.remove(port, turn);
    }
}
