package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;

/** Makes UDP sockets: {@code udp:192.0.2.7}, {@code udp:gw.local:1338}, {@code udp:[2001:db8::7]:1337}. */
public final class UdpTransportProvider implements TransportProvider {
    /** Where Zephyr's server listens unless it was built otherwise. */
    public static final int DEFAULT_PORT = 1337;

    @Override
    public String scheme() {
        return "udp";
    }

    @Override
    public String normalise(String address) {
        return parse(address).toString();
    }

    /** @param loop an event loop of Netty's */
    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new UdpTransport(parse(address), options, NettyLoop.of(loop, scheme()));
    }

    private static HostAndPort parse(String address) {
        return HostAndPort.parse(address, OptionalInt.of(DEFAULT_PORT));
    }
}
