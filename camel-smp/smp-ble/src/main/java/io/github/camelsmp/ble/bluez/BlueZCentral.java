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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One adapter of BlueZ. Signals are heard on the one thread of the bus that brings them, which is never held up. */
final class BlueZCentral implements BleCentral {
    private static final Logger LOG = LoggerFactory.getLogger(BlueZCentral.class);

    private static final String BUS_SERVICE = "org.freedesktop.DBus";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String OBJECTS = "org.freedesktop.DBus.ObjectManager";
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** What only an advertisement changes. */
    private static final Set<String> ADVERTISED =
            Set.of("RSSI", "ManufacturerData", "ServiceData", "AdvertisingFlags", "AdvertisingData");

    private final ObjectTree tree = new ObjectTree();
    private final Map<String, BlueZLink> links = new ConcurrentHashMap<>();
    private final BleCentralListener listener;
    private final Bus bus;
    private String owner = "";
    private String adapter = "";
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
        owner = ownerOfBlueZ();
        bus.listen(BUS_SERVICE, "NameOwnerChanged", this::ownerChanged);
        bus.listen(OBJECTS, "InterfacesAdded", this::added);
        bus.listen(OBJECTS, "InterfacesRemoved", this::removed);
        bus.listen(PROPERTIES, "PropertiesChanged", this::changed);
        Object[] snapshot = bus.call("/", OBJECTS, "GetManagedObjects", SHORT, this::isLost, null);
        tree.fill((Map<?, ?>) snapshot[0]);
        adapter = new Adapters(tree).choose(stated);
    }

    private String ownerOfBlueZ() throws IOException, InterruptedException {
        try {
            // a daemon that the bus can start is started by that
            bus.call("/", OBJECTS, "GetManagedObjects", SHORT, this::isLost, null);
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

    private void added(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length < 2) {
            return;
        }
        String path = content[0].toString();
        Map<?, ?> interfaces = (Map<?, ?>) content[1];
        tree.add(path, interfaces);
        if (interfaces.containsKey(BlueZ.DEVICE) && path.startsWith(adapter + "/")) {
            listener.seen(peer(path));
        }
    }

    private void removed(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length < 2) {
            return;
        }
        String path = content[0].toString();
        List<?> interfaces = (List<?>) content[1];
        if (path.equals(adapter) && interfaces.contains(BlueZ.ADAPTER)) {
            lose("the Bluetooth adapter " + Adapters.name(adapter) + " was removed");
        } else if (interfaces.contains(BlueZ.DEVICE)) {
            ended(path, "BlueZ forgot the device");
        }
        tree.remove(path, interfaces);
    }

    private void changed(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length < 3 || !signal.getPath().startsWith(BlueZ.ROOT)) {
            return;
        }
        String path = signal.getPath();
        String changedInterface = content[0].toString();
        Map<?, ?> changed = (Map<?, ?>) content[1];
        if (changedInterface.equals(BlueZ.CHARACTERISTIC)) {
            links.values().forEach(link -> link.characteristicChanged(path, changed));
        }
        tree.change(path, changedInterface, changed, (List<?>) content[2]);
        if (changedInterface.equals(BlueZ.DEVICE)) {
            deviceChanged(path, changed);
        } else if (path.equals(adapter) && isFalse(changed.get("Powered"))) {
            lose("the Bluetooth adapter " + Adapters.name(adapter) + " was switched off");
        }
    }

    private void deviceChanged(String path, Map<?, ?> changed) {
        if (isFalse(changed.get("Connected"))) {
            ended(path, "the device ended the connection, or is out of reach");
        }
        if (path.startsWith(adapter + "/") && changed.keySet().stream().anyMatch(ADVERTISED::contains)) {
            listener.seen(peer(path));
        }
    }

    private static boolean isFalse(Object value) {
        return value instanceof Variant<?> variant && Boolean.FALSE.equals(variant.getValue());
    }

    private void ownerChanged(DBusSignal signal) {
        try {
            if (BlueZ.SERVICE.equals(signal.getParameters()[0])) {
                lose("bluetoothd ended or was restarted");
            }
        } catch (DBusException e) {
            LOG.warn("A signal of the bus makes no sense", e);
        }
    }

    /** What a signal of BlueZ says; nothing for one of anybody else. */
    private Object[] content(DBusSignal signal) {
        try {
            return owner.equals(signal.getSource()) ? signal.getParameters() : new Object[0];
        } catch (DBusException e) {
            LOG.warn("A signal of BlueZ makes no sense", e);
            return new Object[0];
        }
    }

    private void ended(String path, String reason) {
        Optional.ofNullable(links.get(path)).ifPresent(link -> link.lost(reason));
        tree.wake();
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
}
