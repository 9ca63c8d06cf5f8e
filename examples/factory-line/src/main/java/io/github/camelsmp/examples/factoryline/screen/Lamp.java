package io.github.camelsmp.examples.factoryline.screen;

import java.util.Locale;

/** What the lamp at a socket shows. */
public enum Lamp {
    EMPTY,
    WORKING,
    PASSED,
    FAILED,
    /** The board passed before; nothing was done to it. */
    KNOWN;

    /** The word for it on the wire to the screen. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
