package io.github.camelsmp.ble.simpleble;

import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.LettingGo;
import io.github.camelsmp.ble.LinkEnd;
import io.github.camelsmp.ble.SmpGatt;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.simplejavable.BluetoothUUID;
import org.simplejavable.Peripheral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to one device. All calls are made by the worker, and callbacks only hand over. */
final class SimpleBleLink implements BleLink {
    private static final Logger LOG = LoggerFactory.getLogger(SimpleBleLink.class);

    private static final BluetoothUUID SERVICE = new BluetoothUUID(SmpGatt.SERVICE.toString());
    private static final BluetoothUUID CHARACTERISTIC = new BluetoothUUID(SmpGatt.CHARACTERISTIC.toString());

    /** A write takes a millisecond, or half a minute when its confirmation was lost inside SimpleBLE. */
    private static final Duration WRITE = Duration.ofSeconds(2);

    private static final Duration CALL = Duration.ofSeconds(35);
    private static final Duration LETTING_GO = Duration.ofSeconds(3);

    /** On Windows the smallest size is told at first, and the real one a little later. */
    private static final Duration SIZE_LATE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LARGEST_TOLD = 514;
    private static final int LARGEST_WRITE = 509;

    private final Peripheral peripheral;
    private final Worker worker;
    private final LinkEnd end;
    private final Runnable onClose;
    private int largestWrite = SmpGatt.SMALLEST_WRITE;

    SimpleBleLink(Peripheral peripheral, Worker worker, BleLinkListener listener, Runnable onClose) {
        this.peripheral = peripheral;
        this.worker = worker;
        this.end = new LinkEnd(listener);
        this.onClose = onClose;
    }

    void open(Duration limit) throws IOException, InterruptedException {
        worker.call(
                () -> {
                    peripheral.setEventListener(new Peripheral.EventListener() {
                        @Override
                        public void onDisconnected() {
                            worker.later(() -> end.lost("the device ended the connection, or is out of reach"));
                        }
                    });
                    if (!peripheral.isConnected()) {
                        peripheral.connect();
                    }
                    return null;
                },
                limit);
        requireSmp();
        subscribe();
        awaitSize();
        end.established();
    }

    private void requireSmp() throws IOException, InterruptedException {
        boolean smp = worker.call(
                () -> peripheral.services().stream()
                        .flatMap(service -> service.characteristics().stream())
                        .anyMatch(found -> found.uuid().equalsIgnoreCase(CHARACTERISTIC.toString())),
                CALL);
        if (!smp) {
            throw new IOException("the device is no SMP server: it has no characteristic " + CHARACTERISTIC);
        }
    }

    private void subscribe() throws IOException, InterruptedException {
        try {
            worker.call(
                    () -> {
                        peripheral.notify(SERVICE, CHARACTERISTIC, end::notified);
                        return null;
                    },
                    CALL);
        } catch (IOException e) {
            throw new IOException(
                    "notifications cannot be turned on; a device that wants to be paired first is paired with the"
                            + " means of the system (" + e.getMessage() + ")",
                    e);
        }
    }

    private void awaitSize() throws IOException, InterruptedException {
        largestWrite = told();
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        long end = System.nanoTime() + SIZE_LATE.toNanos();
        while (windows && largestWrite == SmpGatt.SMALLEST_WRITE && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            largestWrite = told();
        }
    }

    /** What SimpleBLE calls the MTU is what fits a write; where nothing is known of it, it is any number. */
    private int told() throws IOException, InterruptedException {
        int size = worker.call(peripheral::getMtu, CALL);
        return size < SmpGatt.SMALLEST_WRITE || size > LARGEST_TOLD
                ? SmpGatt.SMALLEST_WRITE
                : Math.min(size, LARGEST_WRITE);
    }

    @Override
    public int largestWrite() {
        return largestWrite;
    }

    @Override
    public void write(byte[] chunk) throws IOException, InterruptedException {
        end.requireNotLost();
        try {
            worker.call(
                    () -> {
                        peripheral.writeCommand(SERVICE, CHARACTERISTIC, chunk);
                        return null;
                    },
                    WRITE);
        } catch (Worker.Stuck e) {
            LOG.info("A write got stuck in SimpleBLE, taking it for sent");
        }
    }

    @Override
    public void resubscribe() throws IOException, InterruptedException {
        worker.call(
                () -> {
                    peripheral.unsubscribe(SERVICE, CHARACTERISTIC);
                    return null;
                },
                CALL);
        subscribe();
    }

    @Override
    public void close() {
        if (end.close()) {
            if (!end.isLost()) {
                LettingGo.of(this::disconnect, e -> LOG.debug("The device was not let go of: {}", e.getMessage()));
            }
            onClose.run();
        }
    }

    private void disconnect() throws IOException, InterruptedException {
        worker.call(
                () -> {
                    peripheral.disconnect();
                    return null;
                },
                LETTING_GO);
    }
}
