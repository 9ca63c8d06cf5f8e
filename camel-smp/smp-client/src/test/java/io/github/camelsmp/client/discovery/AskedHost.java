package io.github.camelsmp.client.discovery;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A host on the loopback interface that answers every datagram in its own way, or not at all. */
final class AskedHost implements AutoCloseable {

    /** Stands for no answer. */
    static final byte[] NOTHING = new byte[0];

    private final DatagramSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile UnaryOperator<byte[]> behaviour;

    AskedHost(String address, int port, UnaryOperator<byte[]> behaviour) throws SocketException {
        this.behaviour = behaviour;
        this.socket = new DatagramSocket(new InetSocketAddress(address, port));
        Thread thread = new Thread(this::serve, "asked-host");
        thread.setDaemon(true);
        thread.start();
    }

    /** A host with an SMP server. */
    static AskedHost withServer(String address, int port) throws SocketException {
        return new AskedHost(address, port, AskedHost::parameters);
    }

    /** What an SMP server with 4 buffers of 2048 bytes answers. */
    static byte[] parameters(byte[] request) {
        return answer(
                request,
                CborMap.builder().put("buf_size", 2048).put("buf_count", 4).build());
    }

    static byte[] answer(byte[] request, CborMap payload) {
        return SmpMessage.encodeResponse(SmpMessage.decode(request).header(), payload);
    }

    void behave(UnaryOperator<byte[]> other) {
        behaviour = other;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many datagrams came in. */
    int asked() {
        return asked.get();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                socket.receive(packet);
                asked.incrementAndGet();
                byte[] answer = behaviour.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
