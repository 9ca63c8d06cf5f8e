package io.github.camelsmp.simulator.flash;

/** The supply failed in the middle of what the device was doing; everything up to here has happened. */
public final class PowerLost extends RuntimeException {

    /** Power is lost at the moment this is thrown. */
    public PowerLost() {
        super("power lost", null, false, false);
    }
}
