package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleBackend;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend, and simulated devices within reach of its radio. */
public abstract class Air implements AutoCloseable {

    private final List<FakePeripheral> peripherals = new CopyOnWriteArrayList<>();

    /** The same at each call. */
    public abstract BleBackend backend();

    /** What drives the radio ends, and is back at once. All connections are lost. */
    public abstract void restart();

    /** Brings a device within reach. */
    public final FakePeripheral add(FakePeripheral peripheral) {
        peripherals.add(peripheral);
        return peripheral;
    }

    /** Carries a device out of reach. */
    public final void remove(FakePeripheral peripheral) {
        peripherals.remove(peripheral);
        peripheral.line().cut();
    }

    /** The devices within reach. */
    protected final List<FakePeripheral> peripherals() {
        return peripherals;
    }

    @Override
    public abstract void close();
}
