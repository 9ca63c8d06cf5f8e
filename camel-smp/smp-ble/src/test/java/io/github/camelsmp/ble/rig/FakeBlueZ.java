package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleBackend;
import io.github.camelsmp.ble.bluez.BlueZBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;

/**
 * BlueZ made of software, on a bus of its own, with radios that reach simulated devices: what
 * {@link io.github.camelsmp.ble.bluez.BlueZBackend} sees when {@link #busAddress()} is its bus. No hardware, no daemon, no
 * rights are needed.
 */
public final class FakeBlueZ extends Air {

    private static final long ADVERTISING_MILLIS = 20;

    private final FakeBus bus;
    private final BleBackend backend;
    private final List<FakeAdapter> adapters = new ArrayList<>();
    private final ScheduledExecutorService air;

    /** On a bus of its own, with one adapter, {@code hci0}, that is switched on. */
    public FakeBlueZ() {
        this(new FakeBus());
    }

    /** On a bus that is there already, for clients that are not made of Java. */
    public FakeBlueZ(String busAddress) {
        this(new FakeBus(busAddress));
    }

    private FakeBlueZ(FakeBus bus) {
        this.bus = bus;
        this.backend = new BlueZBackend(bus.address());
        bus.export("/org/bluez", new AgentManager());
        addAdapter("hci0", true);
        air = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fake-air");
            thread.setDaemon(true);
            return thread;
        });
        air.scheduleAtFixedRate(this::advertise, 0, ADVERTISING_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What to hand to the backend. */
    public String busAddress() {
        return bus.address();
    }

    /** Plugs a radio in. */
    public FakeAdapter addAdapter(String name, boolean powered) {
        FakeAdapter adapter = new FakeAdapter(bus, name, adapters.size(), powered);
        synchronized (adapters) {
            adapters.add(adapter);
        }
        bus.add(adapter);
        return adapter;
    }

    /** The radio of this name. */
    public FakeAdapter adapter(String name) {
        synchronized (adapters) {
            return adapters.stream()
                    .filter(adapter -> adapter.getObjectPath().endsWith("/" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Pulls a radio out. */
    public void removeAdapter(String name) {
        FakeAdapter adapter = adapter(name);
        adapter.forgetDevices();
        bus.remove(adapter);
        synchronized (adapters) {
            adapters.remove(adapter);
        }
    }

    @Override
    public BleBackend backend() {
        return backend;
    }

    /** Ends bluetoothd and starts it again: connections and devices are gone, radios are not. */
    @Override
    public void restart() {
        List<FakeAdapter> kept = withoutDevices();
        bus.restart();
        kept.forEach(bus::add);
    }

    /** Ends bluetoothd. */
    public void stopDaemon() {
        withoutDevices();
        bus.stopService();
    }

    private List<FakeAdapter> withoutDevices() {
        List<FakeAdapter> kept;
        synchronized (adapters) {
            kept = List.copyOf(adapters);
        }
        kept.forEach(FakeAdapter::forgetDevices);
        bus.forgetAll();
        return kept;
    }

    /** Ends the bus. */
    public void stopBus() {
        bus.stopBus();
    }

    /** How many pairing agents are registered. */
    public int agents() {
        return bus.agents();
    }

    /** How many programs are connected to the bus, BlueZ not counted. A connection has its matches, and takes them along. */
    public int clients() {
        return bus.clients();
    }

    private void advertise() {
        List<FakeAdapter> listening;
        synchronized (adapters) {
            listening = List.copyOf(adapters);
        }
        for (FakePeripheral peripheral : peripherals()) {
            if (peripheral.isAdvertising()) {
                listening.forEach(adapter -> adapter.hear(peripheral));
            }
        }
    }

    @Override
    public void close() {
        air.shutdownNow();
        withoutDevices();
        bus.close();
    }

    private final class AgentManager implements Calls.AgentManager1 {
        @Override
        public void RegisterAgent(DBusPath agent, String capability) {
            bus.registered(agent);
        }

        @Override
        public void UnregisterAgent(DBusPath agent) {
            bus.unregistered(agent);
        }

        @Override
        public void RequestDefaultAgent(DBusPath agent) {
            // nobody else asks
        }

        @Override
        public String getObjectPath() {
            return "/org/bluez";
        }
    }
}
