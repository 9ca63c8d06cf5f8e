package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.ReplyPath;
import io.github.camelsmp.simulator.threads.SocketLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** UDP: a message a datagram, in both directions (protocol.md 9). Only an application answers on it. */
public final class UdpLine extends DeviceLine {

    private static final Logger LOG = LoggerFactory.getLogger(UdpLine.class);

    /** Bytes the server reads of a datagram; the rest is cut off. */
    private static final int RECEIVED = 1500;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final ByteBuffer buffer = ByteBuffer.allocate(RECEIVED);
    private volatile Consumer<InetSocketAddress> senders = sender -> {};

    private UdpLine(LineHost host, DatagramChannel channel) throws IOException {
        super(host);
        this.channel = channel;
        this.local = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Listens on an address; port 0 takes any free one. */
    public static UdpLine listen(LineHost host, SocketLoop sockets, InetSocketAddress address) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            try {
                channel.bind(address);
                channel.configureBlocking(false);
                UdpLine line = new UdpLine(host, channel);
                sockets.watch(channel, SelectionKey.OP_READ, key -> line.receive())
                        .join();
                return line;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("device " + host.name() + " cannot listen on UDP " + address, e);
        }
    }

    /**
     * From now on this hears of the sender of every datagram that arrives, before an impairment may lose it.
     *
     * @param observer called by the thread of the sockets, must not block
     */
    public void observeSenders(Consumer<InetSocketAddress> observer) {
        senders = observer;
    }

    /** The port it listens on. */
    public int port() {
        return local.getPort();
    }

    @Override
    public String address() {
        return "udp:" + hostAndPort(local);
    }

    static String hostAndPort(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    Optional<Serving> serving() {
        return super.serving().filter(serving -> serving.flavour() == Flavour.ZEPHYR);
    }

    private void receive() throws IOException {
        for (SocketAddress from = next(); from != null; from = next()) {
            byte[] datagram = new byte[buffer.position()];
            buffer.flip().get(datagram);
            SocketAddress client = from;
            senders.accept((InetSocketAddress) client);
            host().run(() -> toDevice()
                    .carry(datagram, whole -> toDevice().meetFate(whole, message -> accept(message, path(client)))));
        }
    }

    private SocketAddress next() throws IOException {
        return channel.isOpen() ? channel.receive(buffer.clear()) : null;
    }

    private ReplyPath path(SocketAddress client) {
        return (message, transmitted) -> fromDevice()
                .carry(message, whole -> fromDevice().meetFate(whole, sent -> send(sent, client)), transmitted);
    }

    private void send(byte[] message, SocketAddress client) {
        try {
            if (channel.send(ByteBuffer.wrap(message), client) == 0) {
                host().traffic().lostOnLink();
            }
        } catch (IOException e) {
            LOG.debug("device {} could not answer {}: {}", host().name(), client, e.toString());
            host().traffic().lostOnLink();
        }
    }

    @Override
    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the UDP socket of device {} did not close", host().name(), e);
        }
    }
}
