package io.github.camelsmp.ble.bluez;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.types.Variant;

/**
 * What BlueZ says there is: objects by their paths, their interfaces, and the properties of these. Signals keep it up to
 * date; any thread may look.
 */
final class ObjectTree {

    private final TreeMap<String, Map<String, Map<String, Object>>> objects = new TreeMap<>();
    private boolean filled;

    /** Adds what a snapshot knows and no signal has told yet. */
    synchronized void fill(Map<?, ?> snapshot) {
        snapshot.forEach((path, interfaces) -> {
            if (path.toString().startsWith(BlueZ.ROOT)) {
                ((Map<?, ?>) interfaces).forEach((name, properties) -> {
                    Map<String, Object> known = properties(path.toString(), name.toString());
                    ((Map<?, ?>) properties).forEach((key, value) -> known.putIfAbsent(key.toString(), plain(value)));
                });
            }
        });
        filled = true;
        notifyAll();
    }

    /** Interfaces of an object appeared. */
    synchronized void add(String path, Map<?, ?> interfaces) {
        interfaces.forEach((name, properties) -> {
            Map<String, Object> known = properties(path, name.toString());
            ((Map<?, ?>) properties).forEach((key, value) -> known.put(key.toString(), plain(value)));
        });
        notifyAll();
    }

    /** Properties changed, others are no longer known. What is said of an object that is gone does not bring it back. */
    synchronized void change(String path, String interfaceName, Map<?, ?> changed, List<?> unknown) {
        if (!filled || objects.getOrDefault(path, Map.of()).containsKey(interfaceName)) {
            Map<String, Object> known = properties(path, interfaceName);
            changed.forEach((key, value) -> known.put(key.toString(), plain(value)));
            unknown.forEach(key -> known.remove(key.toString()));
            notifyAll();
        }
    }

    /** Interfaces of an object disappeared. */
    synchronized void remove(String path, List<?> interfaces) {
        Map<String, Map<String, Object>> known = objects.getOrDefault(path, new HashMap<>());
        interfaces.forEach(name -> known.remove(name.toString()));
        if (known.isEmpty()) {
            objects.remove(path);
        }
        notifyAll();
    }

    private Map<String, Object> properties(String path, String interfaceName) {
        return objects.computeIfAbsent(path, made -> new HashMap<>())
                .computeIfAbsent(interfaceName, made -> new HashMap<>());
    }

    private static Object plain(Object value) {
        return value instanceof Variant<?> variant ? variant.getValue() : value;
    }

    /** The paths of all objects with an interface, beginning with a prefix. */
    synchronized List<String> paths(String prefix, String interfaceName) {
        List<String> paths = new ArrayList<>();
        objects.tailMap(prefix).forEach((path, interfaces) -> {
            if (path.startsWith(prefix) && interfaces.containsKey(interfaceName)) {
                paths.add(path);
            }
        });
        return paths;
    }

    /** A property, if it is known and of this type. */
    synchronized <T> Optional<T> get(String path, String interfaceName, String property, Class<T> type) {
        return Optional.ofNullable(objects.getOrDefault(path, Map.of())
                        .getOrDefault(interfaceName, Map.of())
                        .get(property))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Whether a property is there and true. */
    boolean is(String path, String interfaceName, String property) {
        return get(path, interfaceName, property, Boolean.class).orElse(false);
    }

    /** Wakes those who wait, for there is something else to look at. */
    synchronized void wake() {
        notifyAll();
    }

    /** Waits until something holds, which is looked at after every change; at most so long. */
    synchronized void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0 && !condition.getAsBoolean(); left = end - System.nanoTime()) {
            wait(Duration.ofNanos(left).toMillis() + 1);
        }
    }
}
