package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import io.github.camelsmp.ble.BleConnectOptions;
import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.BlePeer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One adapter of BlueZ, on a connection to the bus that nobody else uses. */
final class BlueZCentral implements BleCentral {
    private static final Logger LOG = LoggerFactory.getLogger(BlueZCentral.class);

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
        new Daemon(bus, this::isLost).follow(tree, new Told());
        adapter = new Adapters(tree).choose(stated);
    }

    private boolean isLost() {
        return lost.isPresent();
    }

    @Override
    public void startScan() throws IOException, InterruptedException {
        requireThere();
        discovery().start();
    }

    @Override
    public void stopScan() throws IOException, InterruptedException {
        discovery().stop();
    }

    private Discovery discovery() {
        return new Discovery(bus, adapter, this::isLost);
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
            new Connecting(bus, tree, adapter, discovery(), link, options).connect();
            link.end().established();
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
        links.values().forEach(link -> link.end().lost(reason));
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
            Optional.ofNullable(links.get(device)).ifPresent(link -> link.end().lost(reason));
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
