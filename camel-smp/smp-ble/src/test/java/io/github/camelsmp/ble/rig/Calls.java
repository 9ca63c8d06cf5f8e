package io.github.camelsmp.ble.rig;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What can be called of BlueZ, as far as SMP needs it. The names are its own. */
final class Calls {

    private Calls() {}

    @DBusInterfaceName("org.freedesktop.DBus.ObjectManager")
    public interface ObjectManager extends DBusInterface {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects();
    }

    @DBusInterfaceName("org.freedesktop.DBus.Properties")
    public interface Properties extends DBusInterface {
        Variant<?> Get(String interfaceName, String property);

        Map<String, Variant<?>> GetAll(String interfaceName);
    }

    @DBusInterfaceName("org.bluez.AgentManager1")
    public interface AgentManager1 extends DBusInterface {
        void RegisterAgent(DBusPath agent, String capability);

        void UnregisterAgent(DBusPath agent);

        void RequestDefaultAgent(DBusPath agent);
    }

    @DBusInterfaceName("org.bluez.Agent1")
    public interface Agent1 extends DBusInterface {
        UInt32 RequestPasskey(DBusPath device);
    }

    @DBusInterfaceName("org.bluez.Adapter1")
    public interface Adapter1 extends DBusInterface {
        void SetDiscoveryFilter(Map<String, Variant<?>> filter);

        void StartDiscovery();

        void StopDiscovery();

        void RemoveDevice(DBusPath device);
    }

    @DBusInterfaceName("org.bluez.Device1")
    public interface Device1 extends DBusInterface {
        void Connect();

        void Disconnect();

        void Pair();
    }

    @DBusInterfaceName("org.bluez.GattManager1")
    public interface GattManager1 extends DBusInterface {
        void RegisterApplication(DBusPath application, Map<String, Variant<?>> options);
    }

    @DBusInterfaceName("org.bluez.LEAdvertisingManager1")
    public interface LEAdvertisingManager1 extends DBusInterface {
        void RegisterAdvertisement(DBusPath advertisement, Map<String, Variant<?>> options);

        void UnregisterAdvertisement(DBusPath advertisement);
    }

    @DBusInterfaceName("org.bluez.LEAdvertisement1")
    public interface LEAdvertisement1 extends DBusInterface {
        void Release();
    }

    @DBusInterfaceName("org.bluez.GattService1")
    public interface GattService1 extends DBusInterface {}

    @DBusInterfaceName("org.bluez.GattCharacteristic1")
    public interface GattCharacteristic1 extends DBusInterface {
        void WriteValue(byte[] value, Map<String, Variant<?>> options);

        void StartNotify();

        void StopNotify();

        List<Byte> ReadValue(Map<String, Variant<?>> options);
    }
}
