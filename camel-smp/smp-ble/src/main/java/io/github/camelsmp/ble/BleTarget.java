package io.github.camelsmp.ble;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which device is meant.
 *
 * @param kind what its user knows of it
 * @param value in the one spelling there is of it
 */
record BleTarget(Kind kind, String value) {

    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:_-][0-9A-Fa-f]{2}){5}");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    enum Kind {
        /** Six bytes. */
        ADDRESS,
        /** What stands for the address on macOS. */
        UUID,
        /** What it advertises. */
        NAME
    }

    /**
     * Reads what stands behind {@code smp:ble:}.
     *
     * @throws IllegalArgumentException if it can be neither an address nor a name
     */
    static BleTarget parse(String text) {
        String stated = text.strip();
        if (MAC.matcher(stated).matches()) {
            return new BleTarget(Kind.ADDRESS, stated.toUpperCase(Locale.ROOT).replaceAll("[-_]", ":"));
        }
        if (UUID.matcher(stated).matches()) {
            return new BleTarget(Kind.UUID, stated.toUpperCase(Locale.ROOT));
        }
        if (stated.isEmpty() || stated.indexOf('*') >= 0 || stated.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no Bluetooth device, write its address like AA:BB:CC:DD:EE:FF or its name");
        }
        return new BleTarget(Kind.NAME, stated);
    }

    boolean matches(BlePeer peer) {
        return kind == Kind.NAME ? peer.names().contains(value) : peer.address().equalsIgnoreCase(value);
    }

    /** For people, e.g. {@code named 'Sensor 12'}. */
    String describe() {
        return switch (kind) {
            case ADDRESS -> "with the address " + value;
            case UUID -> "with the identifier " + value;
            case NAME -> "named '" + value + "'";
        };
    }
}
