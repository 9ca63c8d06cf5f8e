package io.github.camelsmp.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

/** The network between a client and a device, where what passes is counted by somebody who knows neither. */
final class CountingRelay implements AutoCloseable {

    final AtomicLong requests = new AtomicLong();
    final AtomicLong requestBytes = new AtomicLong();
    final AtomicLong answerBytes = new AtomicLong();

    private final DatagramSocket toClient;
    private final DatagramSocket toDevice;
    private final SocketAddress device;
    private volatile SocketAddress client;

    CountingRelay(int devicePort) throws SocketException {
        toClient = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        toDevice = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        device = new InetSocketAddress(InetAddress.getLoopbackAddress(), devicePort);
        start("requests", this::passRequests);
        start("answers", this::passAnswers);
    }

    /** Where the device is reached through this. */
    String address() {
        return "udp:127.0.0.1:" + toClient.getLocalPort();
    }

    private static void start(String what, Runnable work) {
        Thread thread = new Thread(work, "relay of " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void passRequests() {
        pass(toClient, packet -> {
            client = packet.getSocketAddress();
            requests.incrementAndGet();
            requestBytes.addAndGet(packet.getLength());
            toDevice.send(new DatagramPacket(packet.getData(), packet.getLength(), device));
        });
    }

    private void passAnswers() {
        pass(toDevice, packet -> {
            answerBytes.addAndGet(packet.getLength());
            toClient.send(new DatagramPacket(packet.getData(), packet.getLength(), client));
        });
    }

    private interface Handler {
        void handle(DatagramPacket packet) throws IOException;
    }

    private static void pass(DatagramSocket from, Handler handler) {
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        while (!from.isClosed()) {
            try {
                packet.setLength(packet.getData().length);
                from.receive(packet);
                handler.handle(packet);
            } catch (IOException e) {
                if (!from.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        toClient.close();
        toDevice.close();
    }
}
