package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.SerialLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A port and how it is opened. */
record PortSettings(String path, SerialLine line) {
    /** The device, for messages to people. */
    String device() {
        return "serial:" + path;
    }

    /**
     * Opens the port, which may take a while.
     *
     * @throws SmpTransportException saying why not, and what to do
     */
    OpenPort open() {
        // for a path that is not there jSerialComm would look for its last part in /dev, and may open something else
        if (!isWindows() && !Files.exists(Path.of(path))) {
            throw missing();
        }
        try {
            PortTable.OF_THIS_PROCESS.beginChange();
            try {
                return new OpenPort(openNow());
            } finally {
                PortTable.OF_THIS_PROCESS.endChange();
            }
        } catch (SerialPortInvalidPortException e) {
            throw missing();
        } catch (LinkageError e) {
            throw new SmpTransportException(
                    device(), "the native library of jSerialComm cannot be loaded: " + e.getMessage(), e);
        }
    }

    private SerialPort openNow() {
        SerialPort port = SerialPort.getCommPort(path);
        port.setComPortParameters(line.baudRate(), line.dataBits(), stopBits(), parity());
        port.setFlowControl(flowControl());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
        port.setDTRandRTS(line.dtr(), line.rts());
        if (!line.exclusive()) {
            port.disableExclusiveLock();
        }
        if (!port.openPort()) {
            throw refused(port.getLastErrorCode());
        }
        return port;
    }

    boolean isWindows() {
        return path.startsWith("COM");
    }

    private int stopBits() {
        return line.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private int parity() {
        return switch (line.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case MARK -> SerialPort.MARK_PARITY;
            case SPACE -> SerialPort.SPACE_PARITY;
        };
    }

    private int flowControl() {
        return switch (line.flowControl()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    private SmpTransportException missing() {
        String present = PortTable.OF_THIS_PROCESS.list().stream()
                .map(SerialPort::getSystemPortPath)
                .collect(Collectors.joining(", "));
        return new SmpTransportException(
                device(),
                "there is no such port; plug the device in, or name one of those present: "
                        + (present.isEmpty() ? "none" : present));
    }

    private SmpTransportException refused(int error) {
        return new SmpTransportException(
                device(), "the port cannot be opened: " + PortRefusal.explain(error, isWindows()));
    }
}
