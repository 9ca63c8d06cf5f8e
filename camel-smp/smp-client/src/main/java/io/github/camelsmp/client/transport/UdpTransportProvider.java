package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import io.netty.channel.EventLoop;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.californium.scandium.DTLSConnector;

/**
 * Makes UDP sockets: {@code udp:192.0.2.7}, {@code udp:gw.local:1338}, {@code udp:[2001:db8::7]:1337}. DTLS on them needs
 * Scandium on the class path.
 */
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

    /**
     * Makes a line.
     *
     * @param loop an event loop of Netty's
     * @throws IllegalArgumentException if the options ask for DTLS and the library for it is missing
     */
    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        EventLoop eventLoop = NettyLoop.of(loop, scheme());
        if (options.security() instanceof DatagramSecurity.None) {
            return new UdpTransport(parse(address), options, eventLoop);
        }
        requireScandium();
        return new DtlsTransport(parse(address), options, eventLoop);
    }

    private static void requireScandium() {
        try {
            DTLSConnector.class.getName();
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "DTLS needs Californium Scandium: add org.eclipse.californium:scandium to the class path", e);
        }
    }

    private static HostAndPort parse(String address) {
        return HostAndPort.parse(address, OptionalInt.of(DEFAULT_PORT));
    }
}
