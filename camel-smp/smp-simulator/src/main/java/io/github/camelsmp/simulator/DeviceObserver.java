package io.github.camelsmp.simulator;

/** Hears what becomes of a device. Called while the device does nothing else; it may call the device, and must not block. */
public interface DeviceObserver {

    /** The device is in another state. */
    void changed(DeviceState state);
}
