package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A serial line that something carries over a raw TCP connection: ser2net, a terminal server, an emulator. */
final class TcpTransport implements Transport {
    private final HostAndPort target;
    private final String device;
    private final TransportOptions options;
    private final EventLoop loop;
    private final StreamFraming framing;
    private Optional<Channel> channel = Optional.empty();
    private boolean closed;

    TcpTransport(HostAndPort target, TransportOptions options, EventLoop loop) {
        this.target = target;
        this.device = "tcp:" + target;
        this.options = options;
        this.loop = loop;
        this.framing = StreamFraming.of(options, loop);
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
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeoutMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new Bytes(listener))
                .connect(address);
        channel = Optional.of(connecting.channel());
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                opened.complete(null);
            } else {
                opened.completeExceptionally(notOpened(done.cause()));
            }
        });
    }

    private int connectTimeoutMillis() {
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(1, options.connectTimeout().toMillis()));
    }

    private SmpTransportException notOpened(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return new SmpTransportException(
                    device,
                    "nothing answers within " + options.connectTimeout().toMillis() / 1000.0
                            + " s: check the address, and firewalls on the way",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new SmpTransportException(
                    device,
                    "the connection was refused: nobody listens on port " + target.port()
                            + " there, start what carries the serial line or correct the port",
                    cause);
        }
        return new SmpTransportException(device, "no connection: " + cause.getMessage(), cause);
    }

    @Override
    public void send(byte[] message) {
        channel.ifPresent(open ->
                framing.send(message, bytes -> open.writeAndFlush(Unpooled.wrappedBuffer(bytes), open.voidPromise())));
    }

    @Override
    public int largestMessage() {
        return framing.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return framing.largestMessage(parameters);
    }

    @Override
    public Duration quietAfterReset() {
        return StreamFraming.QUIET_AFTER_RESET;
    }

    @Override
    public int wholeFragments(int size) {
        return framing.wholeFragments(size);
    }

    @Override
    public int largestWindow(McumgrParameters parameters) {
        return framing.largestWindow(parameters);
    }

    @Override
    public void close() {
        closed = true;
        channel.ifPresent(Channel::close);
    }

    private final class Bytes extends SimpleChannelInboundHandler<ByteBuf> {
        private final TransportListener listener;
        private final StreamFraming.Receiver receiver;

        Bytes(TransportListener listener) {
            this.listener = listener;
            this.receiver = framing.receiver(listener);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            byte[] chunk = new byte[bytes.readableBytes()];
            bytes.readBytes(chunk);
            receiver.feed(chunk, 0, chunk.length);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(context, new SmpTransportException(device, "the connection broke: " + cause.getMessage(), cause));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            fail(context, new SmpTransportException(device, "the other side closed the connection"));
        }

        private void fail(ChannelHandlerContext context, SmpTransportException reason) {
            if (!closed) {
                closed = true;
                receiver.end();
                context.close();
                listener.closed(reason);
            }
        }
    }
}
