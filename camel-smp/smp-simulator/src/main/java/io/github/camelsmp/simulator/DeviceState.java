package io.github.camelsmp.simulator;

/** What a simulated device is doing. */
public enum DeviceState {
    /** Without power. */
    OFF,
    /** Between a reset and the first thing it can answer. */
    BOOTING,
    /** Its application runs. */
    APPLICATION,
    /** The serial recovery of its bootloader runs. */
    RECOVERY,
    /** Its bootloader found nothing to start. Only a programmer helps. */
    DEAD
}
