package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.ServerLoop;

/**
 * What answers on the lines of a device between two resets.
 *
 * @param loop where requests are executed, one after the other
 * @param flavour which software it is; it decides how serial lines are cut
 * @param lineLength longest serial line it receives, marker and newline included
 * @param lineBuffers how many serial lines it keeps while it cannot look at them
 */
public record Serving(ServerLoop loop, Flavour flavour, int lineLength, int lineBuffers) {}
