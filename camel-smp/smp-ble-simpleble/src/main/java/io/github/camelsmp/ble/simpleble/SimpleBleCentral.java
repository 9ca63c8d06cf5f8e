package io.github.camelsmp.ble.simpleble;

import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import io.github.camelsmp.ble.BleConnectOptions;
import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.BlePeer;
import io.github.camelsmp.ble.LettingGo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.simplejavable.Peripheral;

/** One radio, by way of SimpleBLE. */
final class SimpleBleCentral implements BleCentral {

    private static final Duration CALL = Duration.ofSeconds(35);

    private final SharedAdapter adapter;
    private final BleCentralListener listener;
    private final Consumer<Peripheral> hearer = this::seen;
    private final Map<String, Peripheral> peripherals = new ConcurrentHashMap<>();
    private final Map<String, SimpleBleLink> links = new ConcurrentHashMap<>();
    private boolean scanning;

    SimpleBleCentral(SharedAdapter adapter, BleCentralListener listener) {
        this.adapter = adapter;
        this.listener = listener;
        adapter.listen(hearer);
    }

    private void seen(Peripheral peripheral) {
        BlePeer peer = peer(peripheral);
        peripherals.put(peer.address(), peripheral);
        listener.seen(peer);
    }

    private static BlePeer peer(Peripheral peripheral) {
        String name = peripheral.getIdentifier();
        int rssi = peripheral.getRssi();
        return new BlePeer(
                peripheral.getAddress().toString().toUpperCase(Locale.ROOT),
                name.isEmpty() ? List.of() : List.of(name),
                rssi < 0 && rssi > Byte.MIN_VALUE ? OptionalInt.of(rssi) : OptionalInt.empty(),
                services(peripheral),
                peripheral.isConnected());
    }

    private static Set<UUID> services(Peripheral peripheral) {
        return peripheral.services().stream()
                .map(service -> UUID.fromString(service.uuid()))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void startScan() throws IOException, InterruptedException {
        if (!scanning) {
            run(adapter::startScan);
            scanning = true;
        }
    }

    @Override
    public synchronized void stopScan() throws IOException, InterruptedException {
        if (scanning) {
            scanning = false;
            run(adapter::stopScan);
        }
    }

    private void run(Runnable task) throws IOException, InterruptedException {
        adapter.worker()
                .call(
                        () -> {
                            task.run();
                            return null;
                        },
                        CALL);
    }

    /** SimpleBLE does not tell of connections it did not make; these are the devices that were seen. */
    @Override
    public List<BlePeer> known() throws IOException, InterruptedException {
        return adapter.worker()
                .call(
                        () -> peripherals.values().stream()
                                .map(SimpleBleCentral::peer)
                                .toList(),
                        CALL);
    }

    @Override
    public BleLink connect(BlePeer peer, BleLinkListener hears, BleConnectOptions options)
            throws IOException, InterruptedException {
        if (options.passkey().isPresent()) {
            throw new IOException("SimpleBLE cannot be told a passkey: pair the device with the means of the system");
        }
        Peripheral peripheral = Optional.ofNullable(peripherals.get(peer.address()))
                .orElseThrow(() -> new IOException("SimpleBLE does not know the device any more"));
        SimpleBleLink link =
                new SimpleBleLink(peripheral, adapter.worker(), hears, () -> links.remove(peer.address()));
        if (links.putIfAbsent(peer.address(), link) != null) {
            throw new IOException("the device is in use under another name: let all endpoints say the same");
        }
        try {
            link.open(options.limit());
            return link;
        } catch (IOException | InterruptedException e) {
            link.close();
            throw e;
        }
    }

    @Override
    public void close() {
        List.copyOf(links.values()).forEach(SimpleBleLink::close);
        adapter.forget(hearer);
        LettingGo.of(this::stopScan, e -> listener.lost(e.getMessage()));
    }
}
