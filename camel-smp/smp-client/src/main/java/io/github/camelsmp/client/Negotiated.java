package io.github.camelsmp.client;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.transport.Transport;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What line and server agree on.
 *
 * @param parameters as the server told them; empty also where they leave no room for a message
 * @param largestMessage in bytes
 * @param largestWindow requests that may be outstanding
 * @param console whether messages share the line with a console
 */
record Negotiated(Optional<McumgrParameters> parameters, int largestMessage, int largestWindow, boolean console) {
    private static final Logger LOG = LoggerFactory.getLogger(Negotiated.class);

    static Negotiated of(Transport line, Optional<McumgrParameters> told, String address) {
        return told.flatMap(parameters -> roomFor(line, parameters, address))
                .filter(agreed -> agreed.largestMessage > 0)
                .orElseGet(() -> unasked(line));
    }

    /** What goes for a server that tells nothing. */
    static Negotiated unasked(Transport line) {
        return new Negotiated(Optional.empty(), line.largestMessage(), 1, line.isConsole());
    }

    private static Optional<Negotiated> roomFor(Transport line, McumgrParameters parameters, String address) {
        try {
            return Optional.of(new Negotiated(
                    Optional.of(parameters),
                    line.largestMessage(parameters),
                    line.largestWindow(parameters),
                    line.isConsole()));
        } catch (SmpProtocolException e) {
            LOG.warn("{}: {}, going on as if it had told nothing", address, e.getMessage());
            return Optional.empty();
        }
    }
}
