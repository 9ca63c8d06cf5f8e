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
        String number = port.getSerialNumber();
        boolean known = port.getVendorID() >= 0 && number != null && !number.isEmpty() && !number.equals(UNKNOWN);
        String path = port.getSystemPortPath();
        // macOS has every port twice, and opening tty.x waits for a carrier
        return known && !path.startsWith("/dev/tty.")
                ? Optional.of(new UsbPort(
                        path.startsWith("/") ? path : port.getSystemPortName(),
                        port.getVendorID() + ":" + port.getProductID() + ":" + number))
                : Optional.empty();
    }
}
