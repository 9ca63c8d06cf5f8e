package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.protocol.SmpMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The network between a client and a server on this machine. It can be cut behind a request of one's choice. */
final class DatagramRelay implements AutoCloseable {

    private final DatagramSocket toClient;
    private final DatagramSocket toServer;
    private final SocketAddress server;
    private final Predicate<SmpMessage> last;
    private final List<SmpMessage> requests = new CopyOnWriteArrayList<>();
    private volatile SocketAddress client;
    private volatile boolean cut;
    private volatile boolean mended;

    /** @param last nothing passes after the first request like this, until the relay is mended */
    DatagramRelay(int serverPort, Predicate<SmpMessage> last) throws SocketException {
        this.toClient = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.toServer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.last = last;
        start("requests", this::passRequests);
        start("answers", this::passAnswers);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "relay of " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where clients reach the server. */
    String address() {
        return "udp:127.0.0.1:" + toClient.getLocalPort();
    }

    /** Lets everything pass from now on, and forgets the requests so far. */
    void mend() {
        requests.clear();
        mended = true;
        cut = false;
    }

    /** What passed on its way to the server. */
    List<SmpMessage> requests() {
        return List.copyOf(requests);
    }

    private void passRequests() {
        pass(toClient, packet -> {
            client = packet.getSocketAddress();
            if (cut) {
                return;
            }
            SmpMessage request = SmpMessage.decode(Arrays.copyOf(packet.getData(), packet.getLength()));
            requests.add(request);
            send(toServer, packet, server);
            cut = !mended && last.test(request);
        });
    }

    private void passAnswers() {
        pass(toServer, packet -> {
            if (!cut) {
                send(toClient, packet, client);
            }
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

    private static void send(DatagramSocket socket, DatagramPacket packet, SocketAddress to) throws IOException {
        socket.send(new DatagramPacket(packet.getData(), packet.getLength(), to));
    }

    @Override
    public void close() {
        toClient.close();
        toServer.close();
    }
}
