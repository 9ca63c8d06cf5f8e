package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;

/** Makes TCP connections to serial lines that something carries over a network: {@code tcp:moxa-3:4001}. */
public final class TcpTransportProvider implements TransportProvider {
    @Override
    public String scheme() {
        return "tcp";
    }

    @Override
    public String normalise(String address) {
        return parse(address).toString();
    }

    /** @param loop an event loop of Netty's */
    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new TcpTransport(parse(address), options, NettyLoop.of(loop, scheme()));
    }

    private static HostAndPort parse(String address) {
        return HostAndPort.parse(address, OptionalInt.empty());
    }
}
