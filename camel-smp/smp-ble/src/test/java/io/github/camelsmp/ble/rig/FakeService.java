package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.SmpGatt;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** The SMP service of a connected device. */
final class FakeService extends BusObject implements Calls.GattService1 {

    private final FakeCharacteristic characteristic;

    FakeService(FakeBus bus, FakeDevice device) {
        super(
                bus,
                device.getObjectPath()
                        + "/service%04x".formatted(device.peripheral().attributes() + 10),
                "org.bluez.GattService1");
        begin("UUID", new Variant<>(SmpGatt.SERVICE.toString()));
        begin("Primary", new Variant<>(true));
        begin("Device", new Variant<>(new DBusPath(device.getObjectPath())));
        characteristic = new FakeCharacteristic(bus, device, getObjectPath());
    }

    FakeCharacteristic characteristic() {
        return characteristic;
    }
}
