package io.github.camelsmp.ble.bluez;

import java.io.IOException;

/** What the device offers is not what SMP needs, or not where BlueZ remembers it. */
final class StaleAttributes extends IOException {
    private static final long serialVersionUID = 1;

    StaleAttributes(String message) {
        super(message);
    }

    StaleAttributes(String message, Throwable cause) {
        super(message, cause);
    }
}
