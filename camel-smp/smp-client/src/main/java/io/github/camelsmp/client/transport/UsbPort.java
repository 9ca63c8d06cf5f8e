package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.util.List;
import java.util.Optional;

/**
 * A serial port of a device that can be told from all others.
 *
 * @param path what opens it
 * @param device vendor, product and serial number
 */
record UsbPort(String path, String device) {

    /** What jSerialComm says where it knows nothing. */
    private static final String UNKNOWN = "Unknown";

    /** Those of this machine, in the order of their names; it takes about a millisecond to find out. */
    static List<UsbPort> present() {
        return PortTable.OF_THIS_PROCESS.list().stream()
                .flatMap(port -> of(port).stream())
                .sorted((one, other) -> one.path.compareTo(other.path))
                .toList();
    }

    private static Optional<UsbPort> of(SerialPort port) {
        return of(
                port.getSystemPortPath(),
                port.getSystemPortName(),
                port.getVendorID(),
                port.getProductID(),
                Optional.ofNullable(port.getSerialNumber()));
    }

    /**
     * What the system says of a port; empty if that does not tell its device from others.
     *
     * @param vendor negative where it is not on USB
     */
    static Optional<UsbPort> of(String path, String name, int vendor, int product, Optional<String> serialNumber) {
        // macOS has every port twice, and opening tty.x waits for a carrier
        return serialNumber
                .filter(number -> vendor >= 0 && !number.isEmpty() && !number.equals(UNKNOWN))
                .filter(number -> !path.startsWith("/dev/tty."))
                .map(number -> new UsbPort(path.startsWith("/") ? path : name, vendor + ":" + product + ":" + number));
    }
}
