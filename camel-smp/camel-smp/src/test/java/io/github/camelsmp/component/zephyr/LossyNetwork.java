package io.github.camelsmp.component.zephyr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A bad network between a client and a server on this machine: what it does to each datagram is decided by a seed. */
final class LossyNetwork implements AutoCloseable {

    static final double MOST_LOSS = 0.2;
    static final double MOST_CORRUPTION = 0.05;
    private static final int LONGEST_DELAY_MILLIS = 40;

    private final DatagramSocket toClient;
    private final DatagramSocket toServer;
    private final SocketAddress server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lossy network");
        thread.setDaemon(true);
        return thread;
    });
    private volatile SocketAddress client;
    private volatile boolean fair;

    LossyNetwork(int serverPort, long seed) throws SocketException {
        this.toClient = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.toServer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        Random seeds = new Random(seed);
        start("requests", toClient, new Way(seeds.nextLong()), packet -> {
            client = packet.getSocketAddress();
            packet.setSocketAddress(server);
            return toServer;
        });
        start("answers", toServer, new Way(seeds.nextLong()), packet -> {
            packet.setSocketAddress(client);
            return toClient;
        });
    }

    /** Where clients reach the server. */
    String address() {
        return "udp:127.0.0.1:" + toClient.getLocalPort();
    }

    /** From now on nothing goes wrong. */
    void clear() {
        fair = true;
    }

    private interface Router {
        /** Addresses a packet and says which socket it leaves by. */
        DatagramSocket route(DatagramPacket packet);
    }

    private void start(String name, DatagramSocket from, Way way, Router router) {
        Thread thread = new Thread(() -> carry(from, way, router), "lossy network of " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void carry(DatagramSocket from, Way way, Router router) {
        while (!from.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
                from.receive(packet);
                DatagramSocket out = router.route(packet);
                if (fair) {
                    out.send(packet);
                } else {
                    way.meetFate(packet, out);
                }
            } catch (IOException e) {
                if (!from.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** One direction. */
    private final class Way {
        private final Random random;
        private final double loss;
        private final double corruption;
        private final double duplication;

        private Way(long seed) {
            random = new Random(seed);
            loss = random.nextDouble() * MOST_LOSS;
            corruption = random.nextDouble() * MOST_CORRUPTION;
            duplication = random.nextDouble() * MOST_CORRUPTION;
        }

        /** A later datagram may overtake one that takes longer. */
        private void meetFate(DatagramPacket packet, DatagramSocket out) {
            byte[] content = Arrays.copyOf(packet.getData(), packet.getLength());
            // the checksum of UDP finds what was corrupted, and the datagram goes no further
            boolean corrupted = random.nextDouble() < corruption;
            boolean lost = random.nextDouble() < loss || corrupted;
            int copies = random.nextDouble() < duplication ? 2 : 1;
            for (int copy = 0; copy < copies && !lost; copy++) {
                DatagramPacket sent = new DatagramPacket(content, content.length, packet.getSocketAddress());
                clock.schedule(() -> send(sent, out), random.nextInt(LONGEST_DELAY_MILLIS), TimeUnit.MILLISECONDS);
            }
        }

        private void send(DatagramPacket packet, DatagramSocket out) {
            try {
                out.send(packet);
            } catch (IOException e) {
                if (!out.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        toClient.close();
        toServer.close();
    }
}
