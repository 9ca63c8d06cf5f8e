package io.github.camelsmp.ble.bluez;

import java.io.IOException;

/** A call on the bus came to nothing. */
final class BusException extends IOException {
    private static final long serialVersionUID = 1;

    private final String name;

    /**
     * @param name of the error, e.g. {@code org.bluez.Error.Failed}
     * @param text what it says beside that; may be empty
     */
    BusException(String name, String text) {
        super(text.isEmpty() ? name : text + " (" + name + ")");
        this.name = name;
    }

    /** Whether name or text of the error has this in it. */
    boolean says(String part) {
        return name.endsWith(part) || getMessage().contains(part);
    }
}
