package io.github.camelsmp.ble.bluez;

/** The names of BlueZ on the bus. */
final class BlueZ {
    static final String SERVICE = "org.bluez";
    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
    static final String AGENT_MANAGER = "org.bluez.AgentManager1";
    static final String OBJECTS = "org.freedesktop.DBus.ObjectManager";
    static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    static final String ROOT = "/org/bluez";

    private BlueZ() {}
}
