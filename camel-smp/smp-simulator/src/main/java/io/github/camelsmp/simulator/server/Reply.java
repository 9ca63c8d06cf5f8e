package io.github.camelsmp.simulator.server;

import java.time.Duration;

/**
 * One answer on its way out.
 *
 * @param message header and payload
 * @param work time the server spent on it beyond what the flash took
 * @param late how much later than that it leaves, while the server goes on; zero for ordinary answers
 */
public record Reply(byte[] message, Duration work, Duration late) {

    Reply(byte[] message) {
        this(message, Duration.ZERO, Duration.ZERO);
    }
}
