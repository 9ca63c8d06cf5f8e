package io.github.camelsmp.benchmarks.echo;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** A connected socket on an event loop of Netty, set up as our UDP transport is; each answer sends the next request. */
record NettyLoop(InetSocketAddress address, byte[] request, EventLoop loop) implements BareLoop {

    private static final int LARGEST_DATAGRAM = 65535;

    @Override
    public long[] times(int count) {
        Loop handler = new Loop(new long[count]);
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(handler)
                .connect(address)
                .syncUninterruptibly()
                .channel();
        long[] times = handler.end.join();
        channel.close().syncUninterruptibly();
        return times;
    }

    private final class Loop extends SimpleChannelInboundHandler<DatagramPacket> {
        private final CompletableFuture<long[]> end = new CompletableFuture<>();
        private final long[] times;
        private int done;
        private long start;

        Loop(long[] times) {
            this.times = times;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context.channel());
        }

        private void send(Channel channel) {
            start = System.nanoTime();
            channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket answer) {
            byte[] message = new byte[answer.content().readableBytes()];
            answer.content().readBytes(message);
            times[done++] = System.nanoTime() - start;
            if (done == times.length) {
                end.complete(times);
            } else {
                send(context.channel());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            end.completeExceptionally(cause);
        }
    }
}
