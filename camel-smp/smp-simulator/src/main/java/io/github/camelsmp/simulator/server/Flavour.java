package io.github.camelsmp.simulator.server;

/** Which software answers. */
public enum Flavour {
    /** An application of Zephyr. */
    ZEPHYR,
    /** The serial recovery of MCUboot (protocol.md 16). */
    MCUBOOT_RECOVERY
}
