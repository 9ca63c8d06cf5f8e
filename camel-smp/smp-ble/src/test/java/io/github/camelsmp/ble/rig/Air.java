package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleBackend;

/** A backend, and simulated devices within reach of its radio. */
public interface Air extends AutoCloseable {

    /** The same at each call. */
    BleBackend backend();

    /** Brings a device within reach. */
    FakePeripheral add(FakePeripheral peripheral);

    /** Carries a device out of reach. */
    void remove(FakePeripheral peripheral);

    /** What drives the radio ends, and is back at once. All connections are lost. */
    void restart();

    @Override
    void close();
}
