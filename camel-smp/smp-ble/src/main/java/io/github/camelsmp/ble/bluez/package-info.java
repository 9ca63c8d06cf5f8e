/** The way to a radio on Linux: BlueZ over the D-Bus system bus, without native code. */
package io.github.camelsmp.ble.bluez;
