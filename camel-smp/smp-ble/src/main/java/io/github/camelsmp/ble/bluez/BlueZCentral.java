package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import io.github.camelsmp.ble.BleConnectOptions;
import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.BlePeer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One adapter of BlueZ, on a connection to the bus that nobody else uses. */
final class BlueZCentral implements BleCentral {
    private static final Logger LOG = LoggerFactory.getLogger(BlueZCentral.class);

    private static final String BUS_SERVICE = "org.freedesktop.DBus";
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final ObjectTree tree = new ObjectTree();
    private final Map<String, BlueZLink> links = new ConcurrentHashMap<>();
    private final BleCentralListener listener;
    private final Bus bus;
    private volatile String adapter = "";
    private volatile Optional<String> lost = Optional.empty();

    private BlueZCentral(Optional<String> busAddress, BleCentralListener listener) throws IOException {
        this.listener = listener;
        this.bus = Bus.connect(busAddress, () -> lose("the D-Bus system bus is gone"));
    }

    static BlueZCentral open(Optional<String> busAddress, Optional<String> adapter, BleCentralListener listener)
            throws IOException, InterruptedException {
        BlueZCentral central = new BlueZCentral(busAddress, listener);
        try {
            central.begin(adapter);
            return central;
        } catch (IOException | InterruptedException e) {
            central.close();
            throw e;
        }
    }

    private void begin(Optional<String> stated) throws IOException, InterruptedException {
        String owner = ownerOfBlueZ();
        new Signals(tree, owner, new Told()).listen(bus);
        Object[] snapshot = bus.call("/", BlueZ.OBJECTS, "GetManagedObjects", SHORT, this::isLost, null);
        tree.fill((Map<?, ?>) snapshot[0]);
        adapter = new Adapters(tree).choose(stated);
    }

    private String ownerOfBlueZ() throws IOException, InterruptedException {
        try {
            // a daemon that the bus can start is started by that
            bus.call("/", BlueZ.OBJECTS, "GetManagedObjects", SHORT, this::isLost, null);
            return String.valueOf(bus.call(
                            BUS_SERVICE,
                            "/org/freedesktop/DBus",
                            BUS_SERVICE,
                            "GetNameOwner",
                            SHORT,
                            this::isLost,
                            "s",
                            BlueZ.SERVICE)[0]);
        } catch (BusException e) {
            throw new IOException(
                    e.says("ServiceUnknown") || e.says("NameHasNoOwner")
                            ? "BlueZ does not run (nobody is org.bluez on the D-Bus system bus): install bluez, and"
                                    + " 'systemctl start bluetooth'"
                            : "BlueZ does not answer: " + e.getMessage(),
                    e);
        }
    }

    private boolean isLost() {
        return lost.isPresent();
    }

    @Override
    public void startScan() throws IOException, InterruptedException {
        requireThere();
        try {
            // with a filter BlueZ tells of every advertisement, and of devices that do not mean to be discoverable
            Map<String, Variant<?>> filter =
                    Map.of("Transport", new Variant<>("le"), "DuplicateData", new Variant<>(true));
            bus.call(adapter, BlueZ.ADAPTER, "SetDiscoveryFilter", SHORT, this::isLost, "a{sv}", filter);
            bus.call(adapter, BlueZ.ADAPTER, "StartDiscovery", SHORT, this::isLost, null);
        } catch (BusException e) {
            if (!e.says("InProgress")) {
                throw new IOException("the radio cannot look for devices: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void stopScan() throws IOException, InterruptedException {
        if (!isLost()) {
            try {
                bus.call(adapter, BlueZ.ADAPTER, "StopDiscovery", SHORT, this::isLost, null);
            } catch (BusException e) {
                LOG.debug("The discovery did not stop: {}", e.getMessage());
            }
        }
    }

    @Override
    public List<BlePeer> known() throws IOException {
        requireThere();
        return tree.paths(adapter + "/", BlueZ.DEVICE).stream().map(this::peer).toList();
    }

    private BlePeer peer(String path) {
        return Devices.peer(tree, path);
    }

    @Override
    public BleLink connect(BlePeer peer, BleLinkListener hearer, BleConnectOptions options)
            throws IOException, InterruptedException {
        requireThere();
        String path = tree.paths(adapter + "/", BlueZ.DEVICE).stream()
                .filter(candidate -> peer(candidate).address().equals(peer.address()))
                .findFirst()
                .orElseThrow(() -> new IOException("BlueZ does not know the device any more"));
        BlueZLink link = new BlueZLink(bus, path, hearer, links::remove);
        if (links.putIfAbsent(path, link) != null) {
            throw new IOException("the device is in use under another name: let all endpoints say the same");
        }
        try {
            new Connecting(this, bus, tree, adapter, link, options).connect();
            link.established();
            return link;
        } catch (IOException | InterruptedException e) {
            link.close();
            throw e;
        }
    }

    private void requireThere() throws IOException {
        if (lost.isPresent()) {
            throw new IOException(lost.get());
        }
    }

    private void lose(String reason) {
        synchronized (this) {
            if (lost.isPresent()) {
                return;
            }
            lost = Optional.of(reason);
        }
        LOG.debug("{}", reason);
        links.values().forEach(link -> link.lost(reason));
        listener.lost(reason);
        tree.wake();
    }

    @Override
    public void close() {
        List.copyOf(links.values()).forEach(BlueZLink::close);
        bus.close();
    }

    private final class Told implements Signals.Meaning {
        @Override
        public void seen(String device) {
            if (!adapter.isEmpty() && device.startsWith(adapter + "/")) {
                listener.seen(peer(device));
            }
        }

        @Override
        public void ended(String device, String reason) {
            Optional.ofNullable(links.get(device)).ifPresent(link -> link.lost(reason));
            tree.wake();
        }

        @Override
        public void characteristicChanged(String path, Map<?, ?> changed) {
            links.values().forEach(link -> link.characteristicChanged(path, changed));
        }

        @Override
        public void adapterGone(String path, String how) {
            if (path.equals(adapter)) {
                lose("the Bluetooth adapter " + Adapters.name(adapter) + " was " + how);
            }
        }

        @Override
        public void daemonGone() {
            lose("bluetoothd ended or was restarted");
        }
    }
}
