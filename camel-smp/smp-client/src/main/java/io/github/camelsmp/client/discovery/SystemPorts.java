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
                .filter(port -> !isDialIn(port))
                .toList();
    }

    private static SystemPort describe(SerialPort port) {
        String path = port.getSystemPortPath();
        // on Windows the path is \\.\COM7, which opens the same port but is nobody's name for it
        String location = path.startsWith("/") ? path : port.getSystemPortName();
        return new SystemPort(location, port.getSystemPortName(), port.getPortDescription(), usb(port));
    }

    private static Optional<UsbIdentity> usb(SerialPort port) {
        if (port.getVendorID() < 0 || port.getProductID() < 0) {
            return Optional.empty();
        }
        Optional<String> serialNumber = Optional.ofNullable(port.getSerialNumber())
                .filter(number -> !number.isEmpty() && !number.equals(UNKNOWN));
        return Optional.of(new UsbIdentity(port.getVendorID(), port.getProductID(), serialNumber));
    }

    /** macOS has every port twice: opening tty.x waits for a carrier, cu.x is the one for devices. */
    private static boolean isDialIn(SystemPort port) {
        return port.location().startsWith("/dev/tty.");
    }
}
