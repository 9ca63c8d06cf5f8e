package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import java.util.Optional;

/**
 * A device, or a port that may have one behind it.
 *
 * @param address what stands behind {@code smp:} in an endpoint; the most stable name there is
 * @param name short name within its transport, e.g. {@code ttyACM0} or that of a by-id link
 * @param description for people, e.g. the product as USB tells it, or the IP address of a host; may be empty
 * @param port what the system calls a serial port at present, e.g. {@code /dev/ttyACM0}; it may change with every
 *     plugging in
 * @param usb empty for what is not on USB
 * @param probe empty for what was not asked
 */
public record FoundDevice(
        SmpAddress address,
        String name,
        String description,
        Optional<String> port,
        Optional<UsbIdentity> usb,
        Optional<ProbeResult> probe) {

    /** The same find, asked. */
    public FoundDevice withProbe(ProbeResult result) {
        return new FoundDevice(address, name, description, port, usb, Optional.of(result));
    }

    /** Whether this is the device that another find was, as far as one can tell from outside. */
    public boolean isSameDeviceAs(FoundDevice other) {
        return address.equals(other.address) && usb.equals(other.usb);
    }
}
