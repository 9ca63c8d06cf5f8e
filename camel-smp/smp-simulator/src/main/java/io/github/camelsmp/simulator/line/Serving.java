package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.ServerLoop;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What answers on the lines of a device between two resets.
 *
 * @param loop where requests are executed, one after the other
 * @param flavour which software it is; it decides how serial lines are cut
 * @param lineLength longest serial line it receives, marker and newline included
 * @param lineBuffers how many serial lines it keeps while it cannot look at them
 * @param shell what it prints for a line that is typed on its console, where that is taken
 */
public record Serving(
        ServerLoop loop, Flavour flavour, int lineLength, int lineBuffers, Optional<UnaryOperator<String>> shell) {

    /** Takes nothing that is typed. */
    public Serving(ServerLoop loop, Flavour flavour, int lineLength, int lineBuffers) {
        this(loop, flavour, lineLength, lineBuffers, Optional.empty());
    }
}
