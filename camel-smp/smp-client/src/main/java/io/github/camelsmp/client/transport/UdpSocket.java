package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.util.concurrent.CompletableFuture;

/**
 * A connected socket to one device: the system passes nothing that comes from elsewhere. Lives on the loop.
 *
 * <p>An ICMP "port unreachable" breaks it: nobody listens there, as while a device reboots. Opening another one is
 * cheap and looks the name up again.
 */
final class UdpSocket implements HostConnection.Words {
    /** IPv4 or IPv6 header and UDP header. */
    private static final int IPV4_OVERHEAD = 28;

    private static final int IPV6_OVERHEAD = 48;

    /** An answer may be larger than the MTU, it is then fragmented by IP. */
    private static final int LARGEST_DATAGRAM = 65535;

    private final HostAndPort target;
    private final String device;
    private final HostConnection connection;
    private volatile int overhead;

    UdpSocket(HostAndPort target, EventLoop loop) {
        this.target = target;
        this.device = "udp:" + target;
        this.connection = new HostConnection(target, device, loop);
        // a name may lead to either family, and a message that is a little too small does no harm
        this.overhead =
                target.host().chars().allMatch(c -> c == '.' || c >= '0' && c <= '9') ? IPV4_OVERHEAD : IPV6_OVERHEAD;
    }

    /** The address for messages to people. */
    String device() {
        return device;
    }

    /** Bytes that IP and UDP put around a datagram. */
    int overhead() {
        return overhead;
    }

    /** Looks the host up and connects; done on the loop with the address that was found. */
    CompletableFuture<InetSocketAddress> open(HostConnection.Receiver receiver) {
        return connection.open(this::socketTo, this, receiver);
    }

    private Bootstrap socketTo(InetSocketAddress address) {
        overhead = address.getAddress() instanceof Inet6Address ? IPV6_OVERHEAD : IPV4_OVERHEAD;
        return new Bootstrap()
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM));
    }

    void send(byte[] datagram) {
        connection.send(datagram);
    }

    void close() {
        connection.close();
    }

    @Override
    public SmpTransportException notOpened(Throwable cause) {
        return broken(cause);
    }

    @Override
    public SmpTransportException broken(Throwable cause) {
        if (cause instanceof PortUnreachableException) {
            return new SmpTransportException(
                    device,
                    "nobody listens on port " + target.port()
                            + " there: the device is not up yet, or its SMP server has another port",
                    cause);
        }
        return new SmpTransportException(device, "the socket failed: " + cause.getMessage(), cause);
    }

    @Override
    public SmpTransportException ended() {
        return new SmpTransportException(device, "the socket was closed");
    }
}
