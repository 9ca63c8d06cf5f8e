package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.McumgrParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device, or a port that may have one behind it.
 *
 * @param address what stands behind {@code smp:} in an endpoint; the most stable name there is
 * @param name short name within its transport, e.g. {@code ttyACM0} or that of a by-id link
 * @param description for people, e.g. the product as USB tells it, or the IP address of a host; may be empty
 * @param port what the system calls a serial port at present, e.g. {@code /dev/ttyACM0}; it may change with every
 *     plugging in
 * @param usb empty for what is not on USB
 * @param rssi how strong its radio was when it was found, in dBm; empty for what is not on a radio
 * @param probe empty for what was not asked
 */
public record FoundDevice(
        SmpAddress address,
        String name,
        String description,
        Optional<String> port,
        Optional<UsbIdentity> usb,
        OptionalInt rssi,
        Optional<ProbeResult> probe) {

    /** The same find, asked. */
    public FoundDevice withProbe(ProbeResult result) {
        return new FoundDevice(address, name, description, port, usb, rssi, Optional.of(result));
    }

    /** Whether this is the device that another find was, as far as one can tell from outside. */
    public boolean isSameDeviceAs(FoundDevice other) {
        return address.equals(other.address) && usb.equals(other.usb);
    }

    /** All of it in plain values, as users see it everywhere. What is not known of it has no key. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("address", address.toString());
        map.put("name", name);
        map.put("description", description);
        port.ifPresent(path -> map.put("port", path));
        usb.ifPresent(identity -> putUsb(map, identity));
        rssi.ifPresent(strength -> map.put("rssi", strength));
        probe.ifPresent(result -> {
            map.put("smp", result.smp());
            result.parameters().ifPresent(told -> map.put("parameters", parameters(told)));
            result.reason().ifPresent(reason -> map.put("reason", reason));
        });
        return map;
    }

    private static void putUsb(Map<String, Object> map, UsbIdentity usb) {
        map.put("usbVendorId", UsbIdentity.formatId(usb.vendorId()));
        map.put("usbProductId", UsbIdentity.formatId(usb.productId()));
        usb.serialNumber().ifPresent(number -> map.put("usbSerialNumber", number));
    }

    private static Map<String, Object> parameters(McumgrParameters told) {
        return Map.of("buf_size", (long) told.bufferSize(), "buf_count", (long) told.bufferCount());
    }
}
