package io.github.camelsmp.component.zephyr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to an emulated server that counts the bytes on their way there, and says when so many have passed. */
final class CutLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final int serverPort;
    private final long cutAt;
    private long passed;

    /** @param cutAt the byte that is the last to pass; those after it are lost */
    CutLine(int serverPort, long cutAt) throws IOException {
        this.serverPort = serverPort;
        this.cutAt = cutAt;
        pumps.execute(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits until the last byte has passed. */
    void awaitCut() {
        reached.join();
    }

    /** How many bytes went to the server so far. */
    synchronized long passed() {
        return passed;
    }

    private void serve() {
        try (Socket host = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            pumps.execute(() -> pumpAnswers(server, host));
            OutputStream toServer = server.getOutputStream();
            InputStream requests = host.getInputStream();
            byte[] bytes = new byte[256];
            for (int length = requests.read(bytes); length > 0; length = requests.read(bytes)) {
                toServer.write(bytes, 0, let(length));
            }
        } catch (IOException e) {
            // one of the two hung up
            reached.complete(null);
        }
    }

    private synchronized int let(int length) {
        int some = (int) Math.min(length, cutAt - passed);
        passed += some;
        if (passed == cutAt) {
            reached.complete(null);
        }
        return some;
    }

    private static void pumpAnswers(Socket server, Socket host) {
        try {
            server.getInputStream().transferTo(host.getOutputStream());
        } catch (IOException e) {
            // the server was killed; whoever waits for it notices by himself
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        pumps.shutdownNow();
    }
}
