package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import io.github.camelsmp.ble.BleConnectOptions;
import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.BlePeer;
import io.github.camelsmp.ble.SmpGatt;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A radio of {@link MemoryAir}. */
final class MemoryCentral implements BleCentral {

    private static final long ADVERTISING_MILLIS = 5;

    private final MemoryAir air;
    private final BleCentralListener listener;
    private final Map<String, FakePeripheral> heard = new ConcurrentHashMap<>();
    private final Map<String, MemoryLink> links = new ConcurrentHashMap<>();
    private final ScheduledExecutorService listening;
    private volatile boolean scanning;
    private volatile boolean lost;

    MemoryCentral(MemoryAir air, BleCentralListener listener) {
        this.air = air;
        this.listener = listener;
        listening = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "memory-air");
            thread.setDaemon(true);
            return thread;
        });
        listening.scheduleAtFixedRate(this::hear, 0, ADVERTISING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void hear() {
        for (FakePeripheral peripheral : air.peripherals()) {
            if (scanning && peripheral.isAdvertising()) {
                heard.put(peripheral.address(), peripheral);
                listener.seen(peer(peripheral));
            }
        }
    }

    private BlePeer peer(FakePeripheral peripheral) {
        return new BlePeer(
                peripheral.address(),
                List.of(peripheral.name()),
                OptionalInt.of(peripheral.rssi()),
                peripheral.advertisesService() ? Set.of(SmpGatt.SERVICE) : Set.of(),
                links.containsKey(peripheral.address()));
    }

    @Override
    public void startScan() throws IOException {
        requireThere();
        scanning = true;
    }

    @Override
    public void stopScan() {
        scanning = false;
    }

    @Override
    public List<BlePeer> known() throws IOException {
        requireThere();
        return heard.values().stream().map(this::peer).toList();
    }

    @Override
    public BleLink connect(BlePeer peer, BleLinkListener hearer, BleConnectOptions options) throws IOException {
        requireThere();
        FakePeripheral peripheral = heard.get(peer.address());
        if (peripheral == null || peripheral.takesFailure()) {
            throw new IOException("the device cannot be connected to");
        }
        MemoryLink link = new MemoryLink(peripheral, hearer, () -> links.remove(peer.address()));
        if (links.putIfAbsent(peer.address(), link) != null) {
            throw new IOException("the device is in use under another name: let all endpoints say the same");
        }
        try {
            link.open();
            return link;
        } catch (IOException e) {
            link.close();
            throw e;
        }
    }

    private void requireThere() throws IOException {
        if (lost) {
            throw new IOException("the radio is gone");
        }
    }

    void lose() {
        lost = true;
        links.values().forEach(MemoryLink::cut);
        listener.lost("the radio is gone");
    }

    @Override
    public void close() {
        listening.shutdownNow();
        links.values().forEach(MemoryLink::close);
        air.closed(this);
    }
}
