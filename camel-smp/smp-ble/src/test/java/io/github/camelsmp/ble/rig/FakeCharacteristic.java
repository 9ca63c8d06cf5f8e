package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.SmpGatt;
import io.github.camelsmp.simulator.line.GattConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** The SMP characteristic of a connected device. */
final class FakeCharacteristic extends BusObject implements Calls.GattCharacteristic1 {

    private final FakeDevice device;

    FakeCharacteristic(FakeBus bus, FakeDevice device, String service) {
        super(bus, service + "/char0001", "org.bluez.GattCharacteristic1");
        this.device = device;
        begin("UUID", new Variant<>(SmpGatt.CHARACTERISTIC.toString()));
        begin("Service", new Variant<>(new DBusPath(service)));
        begin("Flags", new Variant<>(new String[] {"write-without-response", "notify"}));
        begin("Notifying", new Variant<>(false));
        if (device.peripheral().tellsMtu()) {
            begin(
                    "MTU",
                    new Variant<>(new UInt16(device.peripheral().line().link().mtu())));
        }
    }

    private GattConnection connection() {
        return device.connection().orElseThrow(() -> new Error.NotConnected("Not Connected"));
    }

    void notified(byte[] value) {
        if (is("Notifying")) {
            bus().propertiesChanged(getObjectPath(), interfaceName(), Map.of("Value", new Variant<>(value)));
        }
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
        GattConnection connected = connection();
        if (!"command".equals(options.get("type").getValue())) {
            throw new Error.Failed("only writes without response are expected");
        }
        if (value.length > device.peripheral().line().link().largestValue()) {
            throw new Error.Failed("Failed to initiate write");
        }
        device.peripheral().carry(value.length, () -> {
            if (device.isUpToDate()) {
                connected.write(value);
            }
        });
    }

    @Override
    public void StartNotify() {
        GattConnection connected = connection();
        FakePeripheral peripheral = device.peripheral();
        pass(peripheral.subscribing());
        peripheral.subscriptionError().ifPresent(error -> {
            throw error;
        });
        if (peripheral.wantsPairing()) {
            peripheral.line().cut();
            throw new Error.Failed("Operation failed with ATT error: 0x0e");
        }
        connected.subscribe(true);
        peripheral.subscribed();
        change("Notifying", new Variant<>(true));
    }

    private void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (device.connection().isPresent() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        connection();
    }

    @Override
    public void StopNotify() {
        connection().subscribe(false);
        change("Notifying", new Variant<>(false));
    }

    @Override
    public List<Byte> ReadValue(Map<String, Variant<?>> options) {
        throw new Error.NotPermitted("Read not permitted");
    }
}
