package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One radio and the turns of those who use it: it looks for devices while anybody wants that and nobody connects, and
 * connects to one device at a time. Any thread may call it.
 */
final class Radio implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Radio.class);

    private final Sightings sightings = new Sightings(System::nanoTime);
    private final Semaphore connectTurn = new Semaphore(1, true);
    private final BleCentral central;
    private volatile Optional<String> lost = Optional.empty();
    private int lookers;
    private boolean connecting;
    private boolean scanning;

    /** A wish to see what advertises, until it is closed. */
    interface Look extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws IOException if there is no radio to be had, saying what to do */
    Radio(BleBackend backend, Optional<String> adapter) throws IOException, InterruptedException {
        central = backend.open(adapter, new Hearer());
    }

    /** Whether another one has to be opened in its place. */
    boolean isLost() {
        return lost.isPresent();
    }

    /** Begins to look, or goes on looking for one more. */
    Look look() throws IOException, InterruptedException {
        change(1);
        return this::lookNoLonger;
    }

    /** What is seen. */
    Sightings sightings() {
        return sightings;
    }

    /** Devices the system can connect to unseen. */
    List<BlePeer> known() throws IOException, InterruptedException {
        requireNotLost();
        return central.known();
    }

    /** Connects when it is its turn; the radio looks for nothing meanwhile. */
    BleLink connect(BlePeer peer, BleLinkListener listener, OptionalInt passkey, boolean rediscover, Deadline deadline)
            throws IOException, InterruptedException {
        if (!connectTurn.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("the radio was busy connecting to other devices all the time");
        }
        try {
            connecting(true);
            try {
                return central.connect(peer, listener, new BleConnectOptions(passkey, rediscover, deadline.left()));
            } finally {
                connectingIsOver();
            }
        } finally {
            connectTurn.release();
        }
    }

    /** Fails as soon as the radio is gone. */
    void requireNotLost() throws IOException {
        if (lost.isPresent()) {
            throw new IOException(lost.get());
        }
    }

    private synchronized void change(int more) throws IOException, InterruptedException {
        requireNotLost();
        lookers += more;
        try {
            scanIfWanted();
        } catch (IOException | InterruptedException e) {
            lookers -= more;
            throw e;
        }
    }

    private synchronized void lookNoLonger() {
        lookers--;
        settle();
    }

    private synchronized void connecting(boolean now) throws IOException, InterruptedException {
        connecting = now;
        scanIfWanted();
    }

    private synchronized void connectingIsOver() {
        connecting = false;
        settle();
    }

    /** As {@link #scanIfWanted}, where nobody can do anything about a failure: who looks next hears of it. */
    private void settle() {
        LettingGo.of(this::scanIfWanted, e -> LOG.debug("The radio does not follow: {}", e.getMessage()));
    }

    private void scanIfWanted() throws IOException, InterruptedException {
        boolean wanted = lookers > 0 && !connecting && lost.isEmpty();
        if (wanted && !scanning) {
            central.startScan();
        } else if (!wanted && scanning) {
            sightings.listening(false);
            scanning = false;
            central.stopScan();
        }
        if (scanning != wanted) {
            scanning = wanted;
            sightings.listening(wanted);
        }
    }

    @Override
    public void close() {
        central.close();
    }

    private final class Hearer implements BleCentralListener {
        @Override
        public void seen(BlePeer peer) {
            sightings.seen(peer);
        }

        @Override
        public void lost(String reason) {
            lost = Optional.of(reason);
            sightings.wake();
        }
    }
}
