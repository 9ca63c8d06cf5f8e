package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BleConnectOptions;
import io.github.camelsmp.ble.SmpGatt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps from a device that BlueZ knows to one that answers: connect, resolve, pair where told to, subscribe. */
final class Connecting {
    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** BlueZ may say that services are resolved before it offers their objects. */
    private static final Duration OBJECTS_LATE = Duration.ofSeconds(2);

    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Bus bus;
    private final ObjectTree tree;
    private final String adapter;
    private final Discovery discovery;
    private final BlueZLink link;
    private final String device;
    private final BleConnectOptions options;
    private final long end;

    Connecting(
            Bus bus, ObjectTree tree, String adapter, Discovery discovery, BlueZLink link, BleConnectOptions options) {
        this.bus = bus;
        this.tree = tree;
        this.adapter = adapter;
        this.discovery = discovery;
        this.link = link;
        this.device = link.device();
        this.options = options;
        this.end = System.nanoTime() + options.limit().toNanos();
    }

    /** @throws IOException if one of the steps fails, saying which and why */
    void connect() throws IOException, InterruptedException {
        if (options.rediscover()) {
            forgetAttributes();
        }
        try {
            connectAndSubscribe();
        } catch (StaleAttributes e) {
            LOG.debug("{}: {}, looking at its attributes anew", device, e.getMessage());
            if (options.rediscover() || !forgetAttributes()) {
                throw e;
            }
            connectAndSubscribe();
        }
    }

    private void connectAndSubscribe() throws IOException, InterruptedException {
        establish();
        awaitResolved();
        String characteristic = characteristic();
        pairIfTold();
        link.found(characteristic);
        new Subscription(link, tree, characteristic).turnOn(left());
        tree.get(characteristic, BlueZ.CHARACTERISTIC, "MTU", UInt16.class)
                .ifPresent(mtu -> link.allowsWrites(SmpGatt.largestWrite(mtu.intValue())));
    }

    private void establish() throws IOException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; !tree.is(device, BlueZ.DEVICE, "Connected"); attempt++) {
            link.connecting();
            try {
                link.call(device, BlueZ.DEVICE, "Connect", left(), null);
                await(() -> tree.is(device, BlueZ.DEVICE, "Connected"), SHORT);
                return;
            } catch (BusException e) {
                boolean passing = e.says("le-connection-abort-by-local") || e.says("InProgress");
                if (!passing || attempt == ATTEMPTS) {
                    throw new IOException("the device cannot be connected to: " + e.getMessage(), e);
                }
                LOG.debug("{}: attempt {} to connect failed: {}", device, attempt, e.getMessage());
            }
            await(() -> false, pause);
            pause = pause.multipliedBy(2);
        }
        link.connecting();
    }

    private void awaitResolved() throws IOException, InterruptedException {
        await(
                () -> tree.is(device, BlueZ.DEVICE, "ServicesResolved")
                        || link.end().isLost(),
                left());
        link.end().requireNotLost();
        if (!tree.is(device, BlueZ.DEVICE, "ServicesResolved")) {
            throw new IOException("the device is connected, and did not tell its services in time");
        }
    }

    private String characteristic() throws IOException, InterruptedException {
        await(() -> find().isPresent() || link.end().isLost(), OBJECTS_LATE);
        link.end().requireNotLost();
        return find().orElseThrow(() ->
                new StaleAttributes("the device is no SMP server: it has no characteristic " + SmpGatt.CHARACTERISTIC));
    }

    private Optional<String> find() {
        List<String> characteristics = tree.paths(device + "/", BlueZ.CHARACTERISTIC);
        return characteristics.stream()
                .filter(path -> tree.get(path, BlueZ.CHARACTERISTIC, "UUID", String.class)
                        .flatMap(Devices::uuid)
                        .filter(SmpGatt.CHARACTERISTIC::equals)
                        .isPresent())
                .findFirst();
    }

    private void pairIfTold() throws IOException, InterruptedException {
        if (options.passkey().isPresent() && !tree.is(device, BlueZ.DEVICE, "Paired")) {
            new Pairing(bus, link).pair(options.passkey().getAsInt(), left());
        }
    }

    /**
     * Makes BlueZ forget the device with its attributes, and waits until it is seen again. Not for a paired device, whose
     * bond would be gone as well.
     */
    private boolean forgetAttributes() throws IOException, InterruptedException {
        if (tree.is(device, BlueZ.DEVICE, "Paired")) {
            return false;
        }
        link.rest();
        bus.call(adapter, BlueZ.ADAPTER, "RemoveDevice", SHORT, () -> false, "o", new DBusPath(device));
        await(() -> !isKnown(), SHORT);
        discovery.start();
        try {
            await(this::isKnown, left());
        } finally {
            discovery.stop();
        }
        if (!isKnown()) {
            throw new IOException("the device was seen, and no more when its attributes were to be looked at anew");
        }
        return true;
    }

    private boolean isKnown() {
        return tree.paths(device, BlueZ.DEVICE).contains(device);
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Waits until something holds, at most as long as said and no longer than there is time. */
    private void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        Duration left = left();
        tree.await(condition, limit.compareTo(left) < 0 ? limit : left);
    }
}
