package io.github.camelsmp.client;

import io.github.camelsmp.protocol.transport.TransportProvider;

/** Real connections in time that is turned by hand. */
public final class VirtualConnections {

    private VirtualConnections() {}

    /** A connection that lives on the loop and its clock. */
    public static SmpConnection open(
            SmpAddress address, TransportProvider provider, SmpClientOptions options, VirtualLoop loop) {
        return new SmpConnection(address, provider, options, loop, loop::nanoTime, closed -> {});
    }
}
