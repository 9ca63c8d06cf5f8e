package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.transport.Bluetooth;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to a radio that are on the class path. */
final class Backends {

    private static final String BLUEZ = "io.github.camelsmp:smp-ble";
    private static final String SIMPLEBLE = "io.github.camelsmp:smp-ble-simpleble";

    private final List<BleBackend> all;

    /** Once chosen a backend stays: what it needs may be away for a while, as when the bus is restarted. */
    private final ConcurrentMap<String, BleBackend> chosen = new ConcurrentHashMap<>();

    Backends(List<BleBackend> all) {
        this.all = List.copyOf(all);
    }

    static Backends onClassPath() {
        // whoever started this thread may see backends that this module's class loader does not, and the reverse
        return new Backends(Stream.of(
                        ServiceLoader.load(BleBackend.class),
                        ServiceLoader.load(BleBackend.class, BleBackend.class.getClassLoader()))
                .flatMap(ServiceLoader::stream)
                .collect(Collectors.toMap(ServiceLoader.Provider::type, provider -> provider, (one, same) -> one))
                .values()
                .stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The one that an option means.
     *
     * @param name of a backend, or {@link Bluetooth#AUTO}
     * @throws IllegalArgumentException naming those there are, or the artifacts to add
     */
    BleBackend choose(String name) {
        return chosen.computeIfAbsent(name, word -> word.equals(Bluetooth.AUTO) ? best() : named(word));
    }

    private BleBackend best() {
        return all.stream()
                .filter(BleBackend::isAvailable)
                .max(Comparator.comparingInt(BleBackend::priority))
                .orElseThrow(() -> new IllegalArgumentException(
                        "this machine offers no way to a Bluetooth radio: on Linux " + BLUEZ
                                + " uses BlueZ over the D-Bus system bus, which is not there; elsewhere add "
                                + SIMPLEBLE
                                + " and SimpleBLE, which has a licence of its own (BUSL-1.1)"));
    }

    private BleBackend named(String name) {
        return all.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bleBackend is '" + name + "', it may be auto, "
                        + all.stream().map(BleBackend::name).sorted().collect(Collectors.joining(", "))
                        + (name.equals("simpleble") ? "; for simpleble add " + SIMPLEBLE : "")));
    }
}
