package io.github.camelsmp.examples.hawkbit.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/** A way to a server that can be cut. */
final class Relay implements AutoCloseable {

    private final URI server;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Relay(URI server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Nothing passes any more; who tries is turned away. */
    void cut() throws IOException {
        cut = true;
        closeAll();
    }

    void mend() {
        cut = false;
    }

    private Void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket from = listener.accept();
            if (cut) {
                from.close();
            } else {
                Socket to = new Socket(server.getHost(), server.getPort());
                open.add(from);
                open.add(to);
                start(() -> pass(from, to));
                start(() -> pass(to, from));
            }
        }
        return null;
    }

    private static Long pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            return in.transferTo(out);
        }
    }

    /** Ends with the sockets it works on. */
    private static void start(Callable<?> work) {
        Thread thread = new Thread(new FutureTask<>(work), "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
    }
}
