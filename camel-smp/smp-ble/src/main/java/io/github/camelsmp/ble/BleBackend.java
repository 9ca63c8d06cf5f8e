package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.Optional;

/**
 * Software through which this JVM can use a radio. Found with {@link java.util.ServiceLoader}, or handed to
 * {@link BleTransportProvider}.
 */
public interface BleBackend {

    /** What the option {@code bleBackend} calls it. */
    String name();

    /** Of those that are available the one with the highest number is taken where none is named. */
    int priority();

    /** Whether this machine has what the backend needs. Opens nothing and does not block. */
    boolean isAvailable();

    /**
     * Begins to use a radio.
     *
     * @param adapter the radio as this backend names it; empty for the first one that is switched on
     * @param listener hears of the radio until it is closed
     * @throws IOException if there is none, or none that may be used; its message says what to do about it
     */
    BleCentral open(Optional<String> adapter, BleCentralListener listener) throws IOException, InterruptedException;
}
