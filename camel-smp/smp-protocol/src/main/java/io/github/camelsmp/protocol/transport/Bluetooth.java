package io.github.camelsmp.protocol.transport;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which radio is used, through what, and how it pairs.
 *
 * @param backend name of the software between this JVM and the radio, or {@link #AUTO}
 * @param adapter the radio as its backend names it, e.g. {@code hci0}; empty for the first one that is switched on
 * @param passkey what devices want to be told when they pair, 0 to 999999; empty never to pair
 */
public record Bluetooth(String backend, Optional<String> adapter, OptionalInt passkey) {

    /** Lets the system decide which backend is used. */
    public static final String AUTO = "auto";

    /** Whatever is there, never pairing. */
    public static final Bluetooth DEFAULT = new Bluetooth(AUTO, Optional.empty(), OptionalInt.empty());

    private static final int LARGEST_PASSKEY = 999_999;

    /** @throws IllegalArgumentException if the passkey has more than six digits */
    public Bluetooth {
        if (passkey.isPresent() && (passkey.getAsInt() < 0 || passkey.getAsInt() > LARGEST_PASSKEY)) {
            throw new IllegalArgumentException("passkey has at most six digits, 000000 to 999999");
        }
    }

    /** Keeps the passkey to itself. */
    @Override
    public String toString() {
        return "Bluetooth[backend=" + backend + ", adapter=" + adapter.orElse("any") + ", passkey="
                + (passkey.isPresent() ? "set" : "none") + "]";
    }

    /** The same through this backend, or {@link #AUTO}. */
    public Bluetooth withBackend(String value) {
        return new Bluetooth(value, adapter, passkey);
    }

    /** The same with this radio, as its backend names it. */
    public Bluetooth withAdapter(String value) {
        return new Bluetooth(backend, Optional.of(value), passkey);
    }

    /** The same, telling this passkey to devices that want to pair, 0 to 999999. */
    public Bluetooth withPasskey(int value) {
        return new Bluetooth(backend, adapter, OptionalInt.of(value));
    }
}
