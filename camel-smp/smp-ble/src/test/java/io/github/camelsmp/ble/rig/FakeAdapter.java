package io.github.camelsmp.ble.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** A radio of {@link FakeBlueZ}. */
public final class FakeAdapter extends BusObject implements Calls.Adapter1 {

    private final Map<String, FakeDevice> devices = new HashMap<>();
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicInteger scansWhileConnecting = new AtomicInteger();

    FakeAdapter(FakeBus bus, String name, int number, boolean powered) {
        super(bus, "/org/bluez/" + name, "org.bluez.Adapter1");
        begin("Address", new Variant<>("00:11:22:33:44:%02X".formatted(number)));
        begin("AddressType", new Variant<>("public"));
        begin("Name", new Variant<>("fake-" + name));
        begin("Alias", new Variant<>("fake-" + name));
        begin("Modalias", new Variant<>("usb:v1D6Bp0246d0542"));
        begin("Powered", new Variant<>(powered));
        begin("Discovering", new Variant<>(false));
        begin("UUIDs", new Variant<>(new String[0]));
    }

    /** Switches it on or off; off ends connections and scans. */
    public void power(boolean on) {
        if (!on) {
            devices().forEach(device -> device.peripheral().line().cut());
            change("Discovering", new Variant<>(false));
        }
        change("Powered", new Variant<>(on));
    }

    /** Whether somebody looks for devices with it. */
    public boolean isDiscovering() {
        return is("Discovering");
    }

    /** How often somebody began to look for devices. */
    public int scans() {
        return scans.get();
    }

    /** How often somebody connected while looking for devices. */
    public int scansWhileConnecting() {
        return scansWhileConnecting.get();
    }

    void connecting() {
        if (isDiscovering()) {
            scansWhileConnecting.incrementAndGet();
        }
    }

    /** Somebody in the air says something. */
    void hear(FakePeripheral peripheral) {
        if (!isDiscovering()) {
            return;
        }
        FakeDevice heard;
        boolean isNew;
        synchronized (devices) {
            isNew = !devices.containsKey(peripheral.address());
            heard = devices.computeIfAbsent(
                    peripheral.address(), address -> new FakeDevice(bus(), this, peripheral, address));
        }
        if (isNew) {
            bus().add(heard);
        } else {
            heard.heardAgain();
        }
    }

    private List<FakeDevice> devices() {
        synchronized (devices) {
            return new ArrayList<>(devices.values());
        }
    }

    /** Ends its connections and forgets everybody. */
    void forgetDevices() {
        for (FakeDevice device : devices()) {
            device.peripheral().line().cut();
            forget(device);
        }
        change("Discovering", new Variant<>(false));
    }

    private void forget(FakeDevice device) {
        synchronized (devices) {
            devices.values().remove(device);
        }
        device.forgetAttributes();
        bus().remove(device);
    }

    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
        if (!"le".equals(filter.get("Transport").getValue())) {
            throw new Error.Failed("this radio hears low energy only");
        }
    }

    @Override
    public void StartDiscovery() {
        if (!is("Powered")) {
            throw new Error.NotReady("Resource Not Ready");
        }
        if (isDiscovering()) {
            throw new Error.InProgress("Operation already in progress");
        }
        scans.incrementAndGet();
        change("Discovering", new Variant<>(true));
    }

    @Override
    public void StopDiscovery() {
        if (!isDiscovering()) {
            throw new Error.Failed("No discovery started");
        }
        change("Discovering", new Variant<>(false));
    }

    @Override
    public void RemoveDevice(DBusPath path) {
        devices().stream()
                .filter(device -> device.getObjectPath().equals(path.getPath()))
                .forEach(this::forget);
    }
}
