package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a device from the search for it to its end. One thread does what may block: it searches, connects, and
 * writes one message after the other. What arrives is told by the thread of the backend.
 */
final class BleSession implements BleLinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(BleSession.class);

    /** The rest of the time to connect is for letting go again and saying what was the matter. */
    private static final double CONNECTING = 0.8;

    /** What the thread is to do. */
    private interface Job {
        void on(MessageWriter writer) throws IOException, InterruptedException;
    }

    private final BleTarget target;
    private final String device;
    private final TransportOptions options;
    private final RadioAccess radios;
    private final Sessions sessions;
    private final MuteTargets mute;
    private final TransportListener listener;
    private final Thread thread;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final BlockingDeque<Job> jobs = new LinkedBlockingDeque<>();
    private final Incoming incoming;

    private volatile int largestWrite = SmpGatt.SMALLEST_WRITE;
    private volatile boolean reassembled;
    private volatile boolean closing;

    BleSession(
            BleTarget target,
            TransportOptions options,
            RadioAccess radios,
            Sessions sessions,
            MuteTargets mute,
            TransportListener listener) {
        this.target = target;
        this.device = "ble:" + target.value();
        this.options = options;
        this.radios = radios;
        this.sessions = sessions;
        this.mute = mute;
        this.listener = listener;
        this.incoming = new Incoming(listener);
        this.thread = new Thread(this::live, "smp-ble-" + target.value());
        thread.setDaemon(true);
    }

    CompletableFuture<Void> open() {
        sessions.began(this);
        thread.start();
        return opened;
    }

    /** Bytes that fit one write; 20 as long as there is no connection. */
    int largestWrite() {
        return largestWrite;
    }

    /** Whether the server is known to put messages together. */
    boolean isReassembled() {
        return reassembled;
    }

    /** Sends without blocking the caller. */
    void send(byte[] message) {
        jobs.add(writer -> writer.write(message));
    }

    /** Finds out about {@link #isReassembled}. */
    CompletableFuture<Void> tryReassembly(int bufferSize) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ReassemblyTrial.of(largestWrite, bufferSize)
                .ifPresentOrElse(made -> jobs.add(writer -> tryOut(writer, made, done)), () -> done.complete(null));
        return done;
    }

    boolean isClosing() {
        return closing;
    }

    /** Ends the session without blocking the caller. */
    void close() {
        closing = true;
        thread.interrupt();
    }

    private void live() {
        try {
            Radio radio = radios.acquire();
            try {
                connectAndWork(radio);
            } finally {
                radios.release(radio);
            }
        } catch (IOException e) {
            ended(new SmpTransportException(device, e.getMessage(), e));
        } catch (InterruptedException e) {
            ended(new SmpTransportException(device, "the line was closed", e));
        } finally {
            sessions.ended(this);
        }
    }

    private void connectAndWork(Radio radio) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(
                Duration.ofNanos((long) (CONNECTING * options.connectTimeout().toNanos())));
        BlePeer peer = new Search(radio, target).find(deadline);
        LOG.debug("{} is {}, connecting", device, peer);
        try (BleLink link = radio.connect(peer, this, options.bluetooth().passkey(), mute.take(target), deadline)) {
            work(link);
        }
    }

    private void work(BleLink link) throws IOException, InterruptedException {
        largestWrite = link.largestWrite();
        LOG.debug("{}: connected, a write takes {} bytes", device, largestWrite);
        MessageWriter writer = new MessageWriter(link, incoming);
        opened.complete(null);
        try {
            while (true) {
                jobs.take().on(writer);
            }
        } finally {
            if (incoming.isSilent()) {
                mute.heardNothingOf(target);
            }
        }
    }

    private void ended(SmpTransportException reason) {
        LOG.debug("{}", reason.getMessage());
        if (!opened.completeExceptionally(reason) && !closing) {
            listener.closed(reason);
        }
    }

    private void tryOut(MessageWriter writer, ReassemblyTrial made, CompletableFuture<Void> done)
            throws IOException, InterruptedException {
        try {
            reassembled = writer.tryOut(made);
            LOG.debug(
                    "{}: a message of several writes {}", device, reassembled ? "is answered" : "is not put together");
        } finally {
            done.complete(null);
        }
    }

    @Override
    public void notified(byte[] chunk) {
        incoming.notified(chunk);
    }

    @Override
    public void lost(String reason) {
        jobs.addFirst(writer -> {
            throw new IOException(reason);
        });
    }
}
