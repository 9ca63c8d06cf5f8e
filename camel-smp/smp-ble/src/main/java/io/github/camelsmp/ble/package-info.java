/**
 * SMP over Bluetooth LE: the line to a device, what finds devices, and the interface to the software that has the radio.
 *
 * <p>A {@link io.github.camelsmp.ble.BleBackend} is all that a Bluetooth stack has to bring. Everything that SMP wants of
 * a line (protocol.md 10) is above it, once for all stacks.
 */
package io.github.camelsmp.ble;
