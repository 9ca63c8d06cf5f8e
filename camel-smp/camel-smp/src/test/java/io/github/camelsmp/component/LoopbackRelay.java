package io.github.camelsmp.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/** The network between a client and a device on this machine. What becomes of each datagram is up to its kind. */
public abstract class LoopbackRelay implements AutoCloseable {

    private final DatagramSocket clientSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket deviceSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final SocketAddress device;
    private volatile SocketAddress client;

    protected LoopbackRelay(int devicePort) throws SocketException {
        device = new InetSocketAddress(InetAddress.getLoopbackAddress(), devicePort);
    }

    /** Called when everything that datagrams need is there. */
    protected final void start() {
        start("requests", clientSide, packet -> {
            client = packet.getSocketAddress();
            request(content(packet));
        });
        start("answers", deviceSide, packet -> answer(content(packet)));
    }

    /** Where clients reach the device through this. */
    public final String address() {
        return "udp:127.0.0.1:" + clientSide.getLocalPort();
    }

    protected abstract void request(byte[] datagram) throws IOException;

    protected abstract void answer(byte[] datagram) throws IOException;

    protected final void toDevice(byte[] datagram) throws IOException {
        deviceSide.send(new DatagramPacket(datagram, datagram.length, device));
    }

    protected final void toClient(byte[] datagram) throws IOException {
        clientSide.send(new DatagramPacket(datagram, datagram.length, client));
    }

    protected final boolean isClosed() {
        return clientSide.isClosed();
    }

    private interface Handler {
        void handle(DatagramPacket packet) throws IOException;
    }

    private void start(String what, DatagramSocket from, Handler handler) {
        Thread thread = new Thread(() -> carry(from, handler), "relay of " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(DatagramSocket from, Handler handler) {
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        while (!isClosed()) {
            try {
                packet.setLength(packet.getData().length);
                from.receive(packet);
                handler.handle(packet);
            } catch (IOException e) {
                if (!isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static byte[] content(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public void close() {
        clientSide.close();
        deviceSide.close();
    }
}
