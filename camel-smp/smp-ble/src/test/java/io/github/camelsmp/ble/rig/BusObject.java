package io.github.camelsmp.ble.rig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** An object on the fake bus: one interface with properties, which everybody hears change. */
abstract class BusObject implements Calls.Properties {

    private final FakeBus bus;
    private final String path;
    private final String interfaceName;
    private final Map<String, Variant<?>> properties = new LinkedHashMap<>();

    BusObject(FakeBus bus, String path, String interfaceName) {
        this.bus = bus;
        this.path = path;
        this.interfaceName = interfaceName;
    }

    @Override
    public final String getObjectPath() {
        return path;
    }

    final FakeBus bus() {
        return bus;
    }

    final String interfaceName() {
        return interfaceName;
    }

    /** Sets a property before anybody is told of the object. */
    final void begin(String property, Variant<?> value) {
        synchronized (properties) {
            properties.put(property, value);
        }
    }

    /** Changes a property and tells everybody. */
    final void change(String property, Variant<?> value) {
        begin(property, value);
        bus.propertiesChanged(path, interfaceName, Map.of(property, value));
    }

    final boolean is(String property) {
        synchronized (properties) {
            return properties.containsKey(property)
                    && Boolean.TRUE.equals(properties.get(property).getValue());
        }
    }

    final Map<String, Map<String, Variant<?>>> interfaces() {
        return Map.of(interfaceName, GetAll(interfaceName));
    }

    /** What hangs below it, to be told after it. */
    List<BusObject> children() {
        return List.of();
    }

    @Override
    public final Variant<?> Get(String wanted, String property) {
        return GetAll(wanted).get(property);
    }

    @Override
    public final Map<String, Variant<?>> GetAll(String wanted) {
        synchronized (properties) {
            return new LinkedHashMap<>(properties);
        }
    }
}
