package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port from opening to closing. One thread opens it, reads from it with reads that block, and is the only one to talk
 * to the listener. Closing the port, which another thread may do, makes its read return.
 */
final class PortSession {
    private static final Logger LOG = LoggerFactory.getLogger(PortSession.class);
    private static final int READ_BUFFER = 4096;

    /** A read without a result is normal once in days; so many in a row mean that the port is gone. */
    private static final int EMPTY_READS = 100;

    private final PortSettings settings;
    private final PortTurns turns;
    private final PortHistory history;
    private final StreamFraming.Receiver receiver;
    private final TransportListener listener;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    private Optional<OpenPort> port = Optional.empty();
    private volatile Optional<PortWriter> writer = Optional.empty();
    private boolean closing;

    PortSession(
            PortSettings settings,
            PortTurns turns,
            PortHistory history,
            StreamFraming.Receiver receiver,
            TransportListener listener) {
        this.settings = settings;
        this.turns = turns;
        this.history = history;
        this.receiver = receiver;
        this.listener = listener;
    }

    CompletableFuture<Void> open() {
        daemon("smp-read-" + settings.path(), this::live);
        return opened;
    }

    /** Sends bytes without blocking the caller; done when the driver has them, never if the port is gone. */
    CompletableFuture<Void> write(byte[] bytes) {
        return writer.map(open -> open.write(bytes)).orElseGet(CompletableFuture::new);
    }

    /** Closes the port, or keeps it from being opened. Closing may take a moment, so it is not done here. */
    void close() {
        Optional<OpenPort> open;
        synchronized (this) {
            closing = true;
            open = port;
        }
        open.ifPresent(serial -> daemon("smp-close-" + settings.path(), serial::close));
    }

    static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void live() {
        try {
            CountDownLatch turn = turns.await(settings.path());
            try {
                OpenPort serial = openWhereItIs();
                try {
                    if (publish(serial)) {
                        read(serial);
                    }
                } finally {
                    writer.ifPresent(PortWriter::end);
                    serial.closeAndWait();
                }
            } finally {
                turns.end(settings.path(), turn);
            }
        } catch (SmpTransportException e) {
            opened.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            opened.completeExceptionally(
                    new SmpTransportException(settings.device(), "opening the port was interrupted", e));
        }
        ended();
    }

    private OpenPort openWhereItIs() {
        PortSettings found = new PortSettings(history.portOf(settings.path()), settings.line());
        OpenPort serial = found.open();
        history.opened(settings.path(), found.path());
        return serial;
    }

    private synchronized boolean publish(OpenPort serial) {
        if (closing) {
            opened.completeExceptionally(
                    new SmpTransportException(settings.device(), "the line was closed while it opened"));
            return false;
        }
        port = Optional.of(serial);
        writer = Optional.of(new PortWriter(settings.path(), serial, !settings.isWindows()));
        return true;
    }

    private void read(OpenPort serial) {
        PortWriter writing = writer.orElseThrow();
        opened.complete(null);
        byte[] buffer = new byte[READ_BUFFER];
        int empty = 0;
        while (empty < EMPTY_READS) {
            int length = serial.read(buffer);
            if (length < 0) {
                break;
            }
            empty = length == 0 ? empty + 1 : 0;
            writing.heard();
            receiver.feed(buffer, 0, length);
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private void ended() {
        LOG.debug("{}: the port is closed", settings.device());
        if (!opened.isCompletedExceptionally() && !isClosing()) {
            receiver.end();
            listener.closed(new SmpTransportException(
                    settings.device(), "the port is gone: the device was unplugged or is starting anew"));
        }
    }
}
