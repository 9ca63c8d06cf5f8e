package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The radios BlueZ has. */
final class Adapters {

    private final ObjectTree tree;

    Adapters(ObjectTree tree) {
        this.tree = tree;
    }

    /**
     * The path of the one that is meant.
     *
     * @param stated its name, e.g. {@code hci0}, or its address; empty for the first one that is switched on
     * @throws IOException if it is not there, or switched off
     */
    String choose(Optional<String> stated) throws IOException {
        List<String> all = tree.paths(BlueZ.ROOT, BlueZ.ADAPTER);
        if (all.isEmpty()) {
            throw new IOException("BlueZ has no Bluetooth adapter: is one plugged in, and its driver loaded?");
        }
        List<String> meant = stated.isEmpty()
                ? all
                : all.stream().filter(path -> isCalled(path, stated.get())).toList();
        if (meant.isEmpty()) {
            throw new IOException("there is no Bluetooth adapter '" + stated.get() + "', there are " + names(all));
        }
        return meant.stream()
                .filter(path -> tree.is(path, BlueZ.ADAPTER, "Powered"))
                .findFirst()
                .orElseThrow(() -> new IOException("Bluetooth is switched off on " + names(meant)
                        + ": 'rfkill unblock bluetooth' and 'bluetoothctl power on'"));
    }

    private boolean isCalled(String path, String stated) {
        return name(path).equals(stated)
                || tree.get(path, BlueZ.ADAPTER, "Address", String.class)
                        .filter(stated::equalsIgnoreCase)
                        .isPresent();
    }

    private static String names(List<String> paths) {
        return paths.stream().map(Adapters::name).collect(Collectors.joining(", "));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
