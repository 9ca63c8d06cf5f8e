package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BlePeer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The devices BlueZ knows. */
final class Devices {

    /** What radios say that cannot tell the strength. */
    private static final int RSSI_UNKNOWN = 127;

    private Devices() {}

    /** What BlueZ knows of a device. */
    static BlePeer peer(ObjectTree tree, String path) {
        String address = tree.get(path, BlueZ.DEVICE, "Address", String.class).orElseGet(() -> addressIn(path));
        List<String> names = Stream.of("Name", "Alias")
                .flatMap(key -> tree.get(path, BlueZ.DEVICE, key, String.class).stream())
                .filter(name -> !isDerivedFrom(address, name))
                .distinct()
                .toList();
        return new BlePeer(
                address, names, rssi(tree, path), services(tree, path), tree.is(path, BlueZ.DEVICE, "Connected"));
    }

    private static String addressIn(String path) {
        return path.substring(path.indexOf("dev_") + "dev_".length()).replace('_', ':');
    }

    /** BlueZ calls a device without a name by its address. */
    private static boolean isDerivedFrom(String address, String name) {
        return name.replace('-', ':').equalsIgnoreCase(address);
    }

    private static OptionalInt rssi(ObjectTree tree, String path) {
        Optional<Short> told = tree.get(path, BlueZ.DEVICE, "RSSI", Short.class);
        return told.stream()
                .mapToInt(Short::intValue)
                .filter(value -> value != RSSI_UNKNOWN)
                .findFirst();
    }

    private static Set<UUID> services(ObjectTree tree, String path) {
        return tree.get(path, BlueZ.DEVICE, "UUIDs", List.class).stream()
                .flatMap(uuids -> ((List<?>) uuids).stream())
                .flatMap(text -> uuid(text.toString()).stream())
                .collect(Collectors.toSet());
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
