package io.github.camelsmp.examples.fleet;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Ports of this machine that others listen on. */
final class Ports {

    private Ports() {}

    /** Waits until somebody listens; a refused connection is the only word of a port where nobody does. */
    static void awaitListener(int port) {
        await().atMost(Duration.ofMinutes(1)).until(() -> listens(port));
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
