package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A connected socket to one device: the system passes nothing that comes from elsewhere. Lives on the loop.
 *
 * <p>An ICMP "port unreachable" breaks it: nobody listens there, as while a device reboots. Opening another one is
 * cheap and looks the name up again.
 */
final class UdpSocket {
    /** IPv4 or IPv6 header and UDP header. */
    private static final int IPV4_OVERHEAD = 28;

    private static final int IPV6_OVERHEAD = 48;

    /** An answer may be larger than the MTU, it is then fragmented by IP. */
    private static final int LARGEST_DATAGRAM = 65535;

    private final HostAndPort target;
    private final String device;
    private final EventLoop loop;
    private volatile int overhead;
    private Optional<Channel> channel = Optional.empty();
    private boolean closed;

    /** Hears what the socket brings. */
    interface Receiver {
        void datagram(byte[] content);

        /** The socket is of no use any more. Heard once, and never after {@link UdpSocket#close}. */
        void broken(SmpTransportException reason);
    }

    UdpSocket(HostAndPort target, EventLoop loop) {
        this.target = target;
        this.device = "udp:" + target;
        this.loop = loop;
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
    CompletableFuture<InetSocketAddress> open(Receiver receiver) {
        return HostLookup.of(target, device).thenComposeAsync(address -> connect(address, receiver), loop);
    }

    private CompletableFuture<InetSocketAddress> connect(InetSocketAddress address, Receiver receiver) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new SmpTransportException(device, "the line was closed while it opened"));
        }
        overhead = address.getAddress() instanceof Inet6Address ? IPV6_OVERHEAD : IPV4_OVERHEAD;
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(new Datagrams(receiver))
                .connect(address);
        channel = Optional.of(connecting.channel());
        CompletableFuture<InetSocketAddress> opened = new CompletableFuture<>();
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                opened.complete(address);
            } else {
                opened.completeExceptionally(broken(done.cause()));
            }
        });
        return opened;
    }

    void send(byte[] datagram) {
        channel.ifPresent(open -> open.writeAndFlush(Unpooled.wrappedBuffer(datagram), open.voidPromise()));
    }

    void close() {
        closed = true;
        channel.ifPresent(Channel::close);
    }

    private SmpTransportException broken(Throwable cause) {
        if (cause instanceof PortUnreachableException) {
            return new SmpTransportException(
                    device,
                    "nobody listens on port " + target.port()
                            + " there: the device is not up yet, or its SMP server has another port",
                    cause);
        }
        return new SmpTransportException(device, "the socket failed: " + cause.getMessage(), cause);
    }

    private final class Datagrams extends SimpleChannelInboundHandler<DatagramPacket> {
        private final Receiver receiver;

        Datagrams(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            byte[] content = new byte[datagram.content().readableBytes()];
            datagram.content().readBytes(content);
            receiver.datagram(content);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(context, broken(cause));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            fail(context, new SmpTransportException(device, "the socket was closed"));
        }

        private void fail(ChannelHandlerContext context, SmpTransportException reason) {
            if (!closed) {
                closed = true;
                context.close();
                receiver.broken(reason);
            }
        }
    }
}
