package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the tree of objects up to date with what BlueZ tells, and says what that means. */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    /** What only an advertisement changes. */
    private static final Set<String> ADVERTISED =
            Set.of("RSSI", "ManufacturerData", "ServiceData", "AdvertisingFlags", "AdvertisingData");

    /** Hears on the one thread of the bus that brings signals; must not hold it up. */
    interface Meaning {
        /** A device advertises. */
        void seen(String device);

        /** A connection ended. */
        void ended(String device, String reason);

        /** A characteristic changed, perhaps its value. */
        void characteristicChanged(String path, Map<?, ?> changed);

        /** An adapter is of no more use. */
        void adapterGone(String adapter, String how);

        /** BlueZ itself is gone. */
        void daemonGone();
    }

    private final ObjectTree tree;
    private final String owner;
    private final Meaning meaning;

    /** @param owner the name BlueZ has on the bus at present, e.g. {@code :1.5}; nobody else is listened to */
    Signals(ObjectTree tree, String owner, Meaning meaning) {
        this.tree = tree;
        this.owner = owner;
        this.meaning = meaning;
    }

    void listen(Bus bus) throws IOException {
        bus.listenToOwner(BlueZ.SERVICE, signal -> meaning.daemonGone());
        bus.listen(BlueZ.OBJECTS, "InterfacesAdded", this::added);
        bus.listen(BlueZ.OBJECTS, "InterfacesRemoved", this::removed);
        bus.listenBelow(BlueZ.ROOT, BlueZ.PROPERTIES, "PropertiesChanged", this::changed);
    }

    private void added(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length == 2) {
            Map<?, ?> interfaces = (Map<?, ?>) content[1];
            tree.add(content[0].toString(), interfaces);
            if (interfaces.containsKey(BlueZ.DEVICE)) {
                meaning.seen(content[0].toString());
            }
        }
    }

    private void removed(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length == 2) {
            String path = content[0].toString();
            List<?> interfaces = (List<?>) content[1];
            if (interfaces.contains(BlueZ.ADAPTER)) {
                meaning.adapterGone(path, "removed");
            } else if (interfaces.contains(BlueZ.DEVICE)) {
                meaning.ended(path, "BlueZ forgot the device");
            }
            tree.remove(path, interfaces);
        }
    }

    private void changed(DBusSignal signal) {
        Object[] content = content(signal);
        if (content.length == 3) {
            String path = signal.getPath();
            String changedInterface = content[0].toString();
            Map<?, ?> changed = (Map<?, ?>) content[1];
            tree.change(path, changedInterface, changed, (List<?>) content[2]);
            switch (changedInterface) {
                case BlueZ.CHARACTERISTIC -> meaning.characteristicChanged(path, changed);
                case BlueZ.DEVICE -> deviceChanged(path, changed);
                case BlueZ.ADAPTER -> adapterChanged(path, changed);
                default -> LOG.trace("{} of {} changed", changedInterface, path);
            }
        }
    }

    private void deviceChanged(String path, Map<?, ?> changed) {
        if (isFalse(changed.get("Connected"))) {
            meaning.ended(path, "the device ended the connection, or is out of reach");
        }
        if (changed.keySet().stream().anyMatch(ADVERTISED::contains)) {
            meaning.seen(path);
        }
    }

    private void adapterChanged(String path, Map<?, ?> changed) {
        if (isFalse(changed.get("Powered"))) {
            meaning.adapterGone(path, "switched off");
        }
    }

    private static boolean isFalse(Object value) {
        return value instanceof Variant<?> variant && Boolean.FALSE.equals(variant.getValue());
    }

    /** What a signal of BlueZ says; nothing for one of anybody else. */
    private Object[] content(DBusSignal signal) {
        try {
            return owner.equals(signal.getSource()) ? signal.getParameters() : new Object[0];
        } catch (DBusException e) {
            LOG.warn("A signal of BlueZ makes no sense", e);
            return new Object[0];
        }
    }
}
