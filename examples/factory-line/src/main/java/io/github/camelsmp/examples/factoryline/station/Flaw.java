package io.github.camelsmp.examples.factoryline.station;

import java.util.random.RandomGenerator;

/** What is wrong with a board. */
public enum Flaw {
    NONE,
    /** It never answers. */
    SILENT,
    /** Its sensor is not soldered. */
    SENSOR,
    /** Its flash cannot be written. */
    FLASH,
    /** Its settings cannot be written. */
    LOCKED,
    /** It works, and prints markup and codes for terminals wherever it can. */
    GARRULOUS;

    private static final double SHARE = 0.02;

    /** One board in ten has a flaw. */
    static Flaw any(RandomGenerator chance) {
        int drawn = (int) (chance.nextDouble() / SHARE) + 1;
        return drawn < values().length ? values()[drawn] : NONE;
    }

    /** Whether such a board can pass. */
    boolean passes() {
        return this == NONE || this == GARRULOUS;
    }
}
