package io.github.camelsmp.client.discovery;

import java.util.Optional;

/**
 * A serial port as the system lists it.
 *
 * @param location what opens it, e.g. {@code /dev/ttyACM0} or {@code COM7}
 * @param name e.g. {@code ttyACM0} or {@code COM7}
 * @param description may be empty
 * @param usb empty for ports that are not on USB
 */
record SystemPort(String location, String name, String description, Optional<UsbIdentity> usb) {}
