package io.github.camelsmp.client.discovery;

import com.fazecast.jSerialComm.SerialPort;
import io.github.camelsmp.client.transport.PortTable;
import java.util.List;
import java.util.Optional;

/** The serial ports of this machine as jSerialComm lists them; that takes about a millisecond. */
final class SystemPorts {

    /** What jSerialComm says where it knows nothing. */
    private static final String UNKNOWN = "Unknown";

    private SystemPorts() {}

    /** Naming the class is enough to find out, and does not load its native library yet. */
    static void requireJSerialComm() {
        try {
            SerialPort.class.getName();
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "serial ports need jSerialComm: add com.fazecast:jSerialComm to the class path", e);
        }
    }

    static List<SystemPort> list() {
        return PortTable.OF_THIS_PROCESS.list().stream()
                .map(SystemPorts::describe)
                .filter(SystemPorts::isForDevices)
                .toList();
    }

    private static SystemPort describe(SerialPort port) {
        return new SystemPort(
                location(port.getSystemPortPath(), port.getSystemPortName()),
                port.getSystemPortName(),
                port.getPortDescription(),
                usb(port.getVendorID(), port.getProductID(), Optional.ofNullable(port.getSerialNumber())));
    }

    /** On Windows the path is \\.\COM7, which opens the same port but is nobody's name for it. */
    static String location(String path, String name) {
        return path.startsWith("/") ? path : name;
    }

    /** Who a device is; an id is negative where the port is not on USB. */
    static Optional<UsbIdentity> usb(int vendor, int product, Optional<String> serialNumber) {
        if (vendor < 0 || product < 0) {
            return Optional.empty();
        }
        Optional<String> known = serialNumber.filter(number -> !number.isEmpty() && !number.equals(UNKNOWN));
        return Optional.of(new UsbIdentity(vendor, product, known));
    }

    /** macOS has every port twice: opening tty.x waits for a carrier, cu.x is the one for devices. */
    static boolean isForDevices(SystemPort port) {
        return !port.location().startsWith("/dev/tty.");
    }
}
