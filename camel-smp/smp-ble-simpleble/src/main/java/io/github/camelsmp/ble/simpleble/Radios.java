package io.github.camelsmp.ble.simpleble;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.simplejavable.Adapter;

/**
 * The radios of this machine. SimpleBLE has to be asked for them once in a process: a second answer takes the listeners
 * of the first away.
 */
final class Radios {

    /** Loaded when it is needed, and never again. */
    private static final class Once {
        static final List<SharedAdapter> ALL =
                Adapter.getAdapters().stream().map(SharedAdapter::new).toList();
    }

    private Radios() {}

    /**
     * The one that is meant.
     *
     * @param stated its name or address; empty for the first
     * @throws IOException if it is not there, or SimpleBLE does not work here
     */
    static SharedAdapter choose(Optional<String> stated) throws IOException {
        List<SharedAdapter> all = all();
        if (all.isEmpty()) {
            throw new IOException("SimpleBLE finds no Bluetooth adapter: is one plugged in and switched on?");
        }
        return all.stream()
                .filter(adapter -> stated.isEmpty() || adapter.isCalled(stated.get()))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no Bluetooth adapter '" + stated.orElse("") + "', there are "
                        + all.stream().map(SharedAdapter::name).collect(Collectors.joining(", "))));
    }

    private static List<SharedAdapter> all() throws IOException {
        try {
            return Once.ALL;
        } catch (LinkageError | RuntimeException e) {
            throw new IOException(
                    "SimpleBLE does not work here, on JDK 24 and later it wants --enable-native-access=ALL-UNNAMED: " + e,
                    e);
        }
    }
}
