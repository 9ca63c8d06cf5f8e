package io.github.camelsmp.benchmarks.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A connected socket and a selector of the JDK, which is what Netty is built on. */
record SelectorLoop(InetSocketAddress address, byte[] request) implements BareLoop {

    private static final int LARGEST_DATAGRAM = 65535;

    @Override
    public long[] times(int count) throws IOException {
        ByteBuffer out = ByteBuffer.allocateDirect(request.length).put(request).flip();
        ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try (DatagramChannel channel = DatagramChannel.open();
                Selector selector = Selector.open()) {
            channel.connect(address);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            long[] times = new long[count];
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                channel.write(out.rewind());
                selector.select(key -> {});
                channel.read(in.clear());
                times[i] = System.nanoTime() - start;
            }
            return times;
        }
    }
}
