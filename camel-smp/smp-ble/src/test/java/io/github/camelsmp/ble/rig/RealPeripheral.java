package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.SmpGatt;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.GattConnection;
import io.github.camelsmp.simulator.line.GattLine;
import io.github.camelsmp.simulator.line.RadioLink;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/**
 * A simulated device on radios of the real BlueZ: its SMP characteristic is offered to whoever connects to the radio it has
 * at the moment. Each time it starts it has the next one, and with that another address.
 *
 * <p>BlueZ as a peripheral cuts notifications two bytes short of what they may have, and mixes up those that follow each
 * other at once. So they are sent small, and with a pause.
 */
final class RealPeripheral implements GattLine.Central, AutoCloseable {

    private static final String ROOT = "/smp";
    private static final String SERVICE = ROOT + "/service0";
    private static final String CHARACTERISTIC = SERVICE + "/char0";
    private static final String ADVERTISEMENT = "/advertisement";
    private static final int NOTIFICATION = 180;
    private static final long PAUSE_MILLIS = 60;

    private final DBusConnection bus;
    private final Iterator<String> adapters;
    private final GattLine line;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private long nextNotification;
    private String adapter;
    private Optional<GattConnection> connection = Optional.empty();
    private int connects;

    /** @param adapters the paths of its radios, e.g. {@code /org/bluez/hci1} */
    RealPeripheral(DBusConnection bus, List<String> adapters, String name, SimulatedDevice device)
            throws DBusException {
        this.bus = bus;
        this.adapters = adapters.iterator();
        this.line = device.openGatt(RadioLink.DEFAULT.withMtu(517), false);
        bus.exportObject(ROOT, new Application());
        bus.exportObject(CHARACTERISTIC, new Characteristic());
        bus.exportObject(ADVERTISEMENT, new Advertisement(name));
        for (String offering : adapters) {
            bus.getRemoteObject("org.bluez", offering, Calls.GattManager1.class)
                    .RegisterApplication(new DBusPath(ROOT), Map.of());
        }
        appear();
        device.observe(this::changed);
    }

    /** How often somebody subscribed. */
    synchronized int connects() {
        return connects;
    }

    private void changed(DeviceState state) {
        if (state == DeviceState.APPLICATION) {
            later.execute(this::appear);
        }
    }

    private void appear() {
        adapter = adapters.next();
        advertising(manager -> manager.RegisterAdvertisement(new DBusPath(ADVERTISEMENT), Map.of()));
    }

    private void advertising(Consumer<Calls.LEAdvertisingManager1> change) {
        try {
            change.accept(bus.getRemoteObject("org.bluez", adapter, Calls.LEAdvertisingManager1.class));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void notified(byte[] value) {
        for (int at = 0; at < value.length; at += NOTIFICATION) {
            byte[] piece = Arrays.copyOfRange(value, at, Math.min(value.length, at + NOTIFICATION));
            long now = System.currentTimeMillis();
            nextNotification = Math.max(now, nextNotification + PAUSE_MILLIS);
            later.schedule(() -> send(piece), nextNotification - now, TimeUnit.MILLISECONDS);
        }
    }

    private void send(byte[] piece) {
        try {
            bus.sendMessage(bus.getMessageFactory()
                    .createSignal(
                            null,
                            CHARACTERISTIC,
                            "org.freedesktop.DBus.Properties",
                            "PropertiesChanged",
                            "sa{sv}as",
                            "org.bluez.GattCharacteristic1",
                            Map.of("Value", new Variant<>(piece)),
                            new String[0]));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The device went down: it advertises no more, and whoever is connected to its radio is no more. */
    @Override
    public void disconnected() {
        later.execute(() -> {
            advertising(manager -> manager.UnregisterAdvertisement(new DBusPath(ADVERTISEMENT)));
            try {
                Calls.ObjectManager objects = bus.getRemoteObject("org.bluez", "/", Calls.ObjectManager.class);
                for (Map.Entry<DBusPath, Map<String, Map<String, Variant<?>>>> object :
                        objects.GetManagedObjects().entrySet()) {
                    disconnect(object.getKey().getPath(), object.getValue().get("org.bluez.Device1"));
                }
            } catch (DBusException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void disconnect(String path, Map<String, Variant<?>> device) throws DBusException {
        if (path.startsWith(adapter + "/")
                && device != null
                && Boolean.TRUE.equals(device.get("Connected").getValue())) {
            bus.getRemoteObject("org.bluez", path, Calls.Device1.class).Disconnect();
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private static final class Application implements Calls.ObjectManager {
        @Override
        public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
            Map<String, Variant<?>> service = new LinkedHashMap<>();
            service.put("UUID", new Variant<>(SmpGatt.SERVICE.toString()));
            service.put("Primary", new Variant<>(true));
            Map<String, Variant<?>> characteristic = new LinkedHashMap<>();
            characteristic.put("UUID", new Variant<>(SmpGatt.CHARACTERISTIC.toString()));
            characteristic.put("Service", new Variant<>(new DBusPath(SERVICE)));
            characteristic.put("Flags", new Variant<>(new String[] {"write-without-response", "notify"}));
            return Map.of(
                    new DBusPath(SERVICE), Map.of("org.bluez.GattService1", service),
                    new DBusPath(CHARACTERISTIC), Map.of("org.bluez.GattCharacteristic1", characteristic));
        }

        @Override
        public String getObjectPath() {
            return ROOT;
        }
    }

    private final class Characteristic implements Calls.GattCharacteristic1 {
        @Override
        public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
            Optional<GattConnection> connected;
            synchronized (RealPeripheral.this) {
                connected = connection;
            }
            connected.ifPresent(open -> open.write(value));
        }

        @Override
        public void StartNotify() {
            GattConnection made = line.connect(RealPeripheral.this);
            made.subscribe(true);
            synchronized (RealPeripheral.this) {
                connection = Optional.of(made);
                connects++;
            }
        }

        @Override
        public void StopNotify() {
            Optional<GattConnection> last;
            synchronized (RealPeripheral.this) {
                last = connection;
                connection = Optional.empty();
            }
            last.ifPresent(GattConnection::disconnect);
        }

        @Override
        public List<Byte> ReadValue(Map<String, Variant<?>> options) {
            throw new Error.NotPermitted("Read not permitted");
        }

        @Override
        public String getObjectPath() {
            return CHARACTERISTIC;
        }
    }

    private record Advertisement(String name) implements Calls.LEAdvertisement1, Calls.Properties {
        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            Map<String, Variant<?>> all = new LinkedHashMap<>();
            all.put("Type", new Variant<>("peripheral"));
            all.put("LocalName", new Variant<>(name));
            all.put("ServiceUUIDs", new Variant<>(new String[] {SmpGatt.SERVICE.toString()}));
            all.put("Discoverable", new Variant<>(true));
            return all;
        }

        @Override
        public Variant<?> Get(String interfaceName, String property) {
            return GetAll(interfaceName).get(property);
        }

        @Override
        public void Release() {
            // BlueZ ends it
        }

        @Override
        public String getObjectPath() {
            return ADVERTISEMENT;
        }
    }
}
