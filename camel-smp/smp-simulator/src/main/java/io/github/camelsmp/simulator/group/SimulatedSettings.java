package io.github.camelsmp.simulator.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of an application: the values it works with, and those in its storage partition, which survive a reset.
 * May be read and changed at any time, from any thread.
 */
public final class SimulatedSettings {

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, byte[]> runtime = new LinkedHashMap<>();
    private final Map<String, byte[]> storage = new LinkedHashMap<>();

    /** What may be done with a key. */
    public enum Access {
        /** As most settings are. */
        READ_WRITE,
        /** Its subsystem takes no value. */
        READ_ONLY,
        /** Its subsystem tells no value, as with keys and passwords. */
        WRITE_ONLY
    }

    private record Key(byte[] initial, Access access) {}

    /**
     * Makes a key known.
     *
     * @param name e.g. {@code a/b}; what stands before the first slash is its root
     * @param initial its value while nothing else is stored
     */
    public synchronized SimulatedSettings add(String name, byte[] initial, Access access) {
        keys.put(name, new Key(initial.clone(), access));
        runtime.put(name, initial.clone());
        return this;
    }

    /** Makes a key known that may be read and written. */
    public SimulatedSettings add(String name, byte[] initial) {
        return add(name, initial, Access.READ_WRITE);
    }

    /** The value the application works with. */
    public synchronized Optional<byte[]> value(String name) {
        return Optional.ofNullable(runtime.get(name)).map(byte[]::clone);
    }

    /** The value in the storage partition. */
    public synchronized Optional<byte[]> stored(String name) {
        return Optional.ofNullable(storage.get(name)).map(byte[]::clone);
    }

    synchronized Optional<Access> access(String name) {
        return Optional.ofNullable(keys.get(name)).map(Key::access);
    }

    synchronized boolean hasRoot(String name) {
        String root = root(name);
        return keys.keySet().stream().anyMatch(key -> root(key).equals(root));
    }

    private static String root(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    synchronized void write(String name, byte[] value) {
        runtime.put(name, value.clone());
    }

    /** Acts on storage; the application keeps its value until it loads again. */
    synchronized void delete(String name) {
        storage.remove(name);
    }

    synchronized void save(String subtree) {
        runtime.forEach((name, value) -> {
            if (subtree.isEmpty() || name.equals(subtree) || name.startsWith(subtree + "/")) {
                storage.put(name, value);
            }
        });
    }

    synchronized void load() {
        runtime.putAll(storage);
    }

    /** What a boot does: everything has its initial value, or the stored one where there is one. */
    public synchronized void restart() {
        runtime.clear();
        keys.forEach((name, key) -> runtime.put(name, key.initial));
        load();
    }

    /** What erasing the storage partition does. */
    synchronized void eraseStorage() {
        storage.clear();
    }
}
