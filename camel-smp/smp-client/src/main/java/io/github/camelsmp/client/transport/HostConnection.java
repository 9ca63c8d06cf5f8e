package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A socket of either kind to one host: looked up, opened, written to, closed. It is opened once. Lives on the loop.
 */
final class HostConnection {
    private final HostAndPort target;
    private final String device;
    private final EventLoop loop;
    private Optional<Channel> channel = Optional.empty();
    private boolean closed;

    /** Hears what the socket brings. */
    interface Receiver {
        /** A datagram, or what has come of a stream. */
        void received(byte[] bytes);

        /** The socket is of no use any more. Heard once, and never after {@link HostConnection#close}. */
        void broken(SmpTransportException reason);
    }

    /** Says what became of a socket in words for people. */
    interface Words {
        SmpTransportException notOpened(Throwable cause);

        SmpTransportException broken(Throwable cause);

        SmpTransportException ended();
    }

    /** @param device the address for messages to people */
    HostConnection(HostAndPort target, String device, EventLoop loop) {
        this.target = target;
        this.device = device;
        this.loop = loop;
    }

    /**
     * Looks the host up and connects; done on the loop with the address that was found.
     *
     * @param socket what to open, without a group and a handler
     */
    CompletableFuture<InetSocketAddress> open(
            Function<InetSocketAddress, Bootstrap> socket, Words words, Receiver receiver) {
        return HostLookup.of(target, device)
                .thenComposeAsync(address -> connect(address, socket.apply(address), words, receiver), loop);
    }

    private CompletableFuture<InetSocketAddress> connect(
            InetSocketAddress address, Bootstrap socket, Words words, Receiver receiver) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new SmpTransportException(device, "the line was closed while it opened"));
        }
        ChannelFuture connecting =
                socket.group(loop).handler(new Inbound(words, receiver)).connect(address);
        channel = Optional.of(connecting.channel());
        CompletableFuture<InetSocketAddress> opened = new CompletableFuture<>();
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                opened.complete(address);
            } else {
                opened.completeExceptionally(words.notOpened(done.cause()));
            }
        });
        return opened;
    }

    void send(byte[] bytes) {
        channel.ifPresent(open -> open.writeAndFlush(Unpooled.wrappedBuffer(bytes), open.voidPromise()));
    }

    /** As {@link #send}, and says when the bytes are under way; never for a socket that is not open or broke. */
    CompletableFuture<Void> write(byte[] bytes) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        channel.ifPresent(
                open -> open.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener(done -> {
                    if (done.isSuccess()) {
                        written.complete(null);
                    }
                }));
        return written;
    }

    void close() {
        closed = true;
        channel.ifPresent(Channel::close);
    }

    private final class Inbound extends SimpleChannelInboundHandler<Object> {
        private final Words words;
        private final Receiver receiver;

        private Inbound(Words words, Receiver receiver) {
            this.words = words;
            this.receiver = receiver;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object read) {
            ByteBuf content = read instanceof ByteBufHolder datagram ? datagram.content() : (ByteBuf) read;
            byte[] bytes = new byte[content.readableBytes()];
            content.readBytes(bytes);
            receiver.received(bytes);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            breaks(words.broken(cause));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            breaks(words.ended());
        }

        private void breaks(SmpTransportException reason) {
            if (!closed) {
                close();
                receiver.broken(reason);
            }
        }
    }
}
