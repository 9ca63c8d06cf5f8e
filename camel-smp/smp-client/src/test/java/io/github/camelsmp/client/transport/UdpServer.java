package io.github.camelsmp.client.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/** A {@link BareServer} behind a socket of the loopback interface. */
final class UdpServer implements AutoCloseable {
    private final BareServer server;
    private final DatagramSocket socket;
    private final int port;

    UdpServer(BareServer server, InetAddress address, int port) throws SocketException {
        this.server = server;
        this.socket = new DatagramSocket(new InetSocketAddress(address, port));
        this.port = socket.getLocalPort();
        Thread thread = new Thread(this::serve, "udp-server");
        thread.setDaemon(true);
        thread.start();
    }

    UdpServer(BareServer server) throws SocketException {
        this(server, InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return port;
    }

    private void serve() {
        byte[] buffer = new byte[65535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = server.answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
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
