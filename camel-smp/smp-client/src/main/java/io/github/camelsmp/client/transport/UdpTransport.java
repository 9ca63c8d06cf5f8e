package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
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
import java.util.concurrent.CompletionStage;

/**
 * A connected socket to one device, one message a datagram (protocol.md 9).
 *
 * <p>An ICMP "port unreachable" breaks the line: nobody listens there, as while a device reboots. Opening another one
 * is cheap and looks the name up again.
 */
final class UdpTransport implements Transport {
    /** IPv4 or IPv6 header and UDP header. */
    private static final int IPV4_OVERHEAD = 28;

    private static final int IPV6_OVERHEAD = 48;

    /** {@code buf_size} of a server with UDP unless it was built otherwise. */
    private static final int DEFAULT_BUFFER_SIZE = 2048;

    /** An answer may be larger than the MTU, it is then fragmented by IP. */
    private static final int LARGEST_DATAGRAM = 65535;

    private final HostAndPort target;
    private final String device;
    private final int mtu;
    private final EventLoop loop;
    private volatile int overhead;
    private Optional<Channel> channel = Optional.empty();
    private boolean closed;

    UdpTransport(HostAndPort target, TransportOptions options, EventLoop loop) {
        this.target = target;
        this.device = "udp:" + target;
        this.mtu = options.mtu();
        this.loop = loop;
        // a name may lead to either family, and a message that is a little too small does no harm
        this.overhead =
                target.host().chars().allMatch(c -> c == '.' || c >= '0' && c <= '9') ? IPV4_OVERHEAD : IPV6_OVERHEAD;
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        HostLookup.of(target, device)
                .whenCompleteAsync(
                        (address, failure) -> {
                            if (failure != null) {
                                opened.completeExceptionally(failure);
                            } else {
                                connect(address, listener, opened);
                            }
                        },
                        loop);
        return opened;
    }

    private void connect(InetSocketAddress address, TransportListener listener, CompletableFuture<Void> opened) {
        if (closed) {
            opened.completeExceptionally(new SmpTransportException(device, "the line was closed while it opened"));
            return;
        }
        overhead = address.getAddress() instanceof Inet6Address ? IPV6_OVERHEAD : IPV4_OVERHEAD;
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(new Datagrams(listener))
                .connect(address);
        channel = Optional.of(connecting.channel());
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                opened.complete(null);
            } else {
                opened.completeExceptionally(broken(done.cause()));
            }
        });
    }

    @Override
    public void send(byte[] message) {
        channel.ifPresent(open -> open.writeAndFlush(Unpooled.wrappedBuffer(message), open.voidPromise()));
    }

    @Override
    public int largestMessage() {
        return Math.min(mtu - overhead, DEFAULT_BUFFER_SIZE);
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return Math.min(mtu - overhead, parameters.bufferSize());
    }

    @Override
    public boolean worthReopening() {
        return true;
    }

    @Override
    public void close() {
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
        private final TransportListener listener;

        Datagrams(TransportListener listener) {
            this.listener = listener;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            byte[] message = new byte[datagram.content().readableBytes()];
            datagram.content().readBytes(message);
            listener.message(message);
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
                listener.closed(reason);
            }
        }
    }
}
