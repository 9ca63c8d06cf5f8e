package io.github.camelsmp.client.model;

import io.github.camelsmp.protocol.SmpHeader;
import java.util.Optional;

/**
 * A message that went out.
 *
 * @param number how many went out before it
 * @param question whose it is; empty for one that the connection asks for itself
 */
record Transmission(int number, SmpHeader header, Optional<Question> question) {

    /**
     * So many messages later a sequence number may belong to another one (protocol.md 13.1): all that are not held by 64
     * requests in flight and as many questions behind them.
     */
    static final int NUMBERS_LAST = 256 - 2 * 64;

    boolean isKnownAfter(int transmissions) {
        return transmissions - number < NUMBERS_LAST;
    }
}
