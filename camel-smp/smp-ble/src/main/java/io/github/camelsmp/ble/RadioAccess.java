package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.Optional;

/** The right to use one radio of those there are, now or later. */
record RadioAccess(Radios radios, BleBackend backend, Optional<String> adapter) {

    /** As {@link Radios#acquire}. */
    Radio acquire() throws IOException, InterruptedException {
        return radios.acquire(backend, adapter);
    }

    void release(Radio radio) {
        radios.release(radio);
    }
}
