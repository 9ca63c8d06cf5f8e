package io.github.camelsmp.ble.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;

/** A message bus in this JVM, on a socket in a folder of its own. */
final class OwnDaemon implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDBusDaemon daemon;

    OwnDaemon() {
        try {
            folder = Files.createTempDirectory("fake-bus");
        } catch (IOException e) {
            throw new IllegalStateException("there is no place for a socket", e);
        }
        daemon = new EmbeddedDBusDaemon(address() + ",listen=true");
        daemon.startInBackgroundAndWait();
        // it is bound before it runs, and a connection in between ends it
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(daemon::isRunning);
    }

    String address() {
        return "unix:path=" + socket();
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    void stop() {
        try {
            daemon.close();
        } catch (IOException e) {
            throw new IllegalStateException("the bus does not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new IllegalStateException("the socket of the bus cannot be removed", e);
        }
    }
}
