package io.github.camelsmp.ble;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The sessions whose threads run, so that one can wait until those that were closed have let go of their devices. */
final class Sessions {

    private final Set<BleSession> running = new HashSet<>();

    synchronized void began(BleSession session) {
        running.add(session);
    }

    synchronized void ended(BleSession session) {
        running.remove(session);
        notifyAll();
    }

    /** Waits for those that are being closed. */
    synchronized void await(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        try {
            while (running.stream().anyMatch(BleSession::isClosing) && !deadline.hasPassed()) {
                wait(Math.max(1, deadline.left().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
