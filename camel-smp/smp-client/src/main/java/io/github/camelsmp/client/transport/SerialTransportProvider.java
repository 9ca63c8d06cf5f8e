package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes serial ports: {@code serial:/dev/ttyACM0}, {@code serial:COM7}. Needs jSerialComm on the class path. */
public final class SerialTransportProvider implements TransportProvider {
    private static final Pattern WINDOWS = Pattern.compile("(?i)(?:\\\\\\\\\\.\\\\)?(COM\\d+)");

    private final PortTurns turns = new PortTurns();
    private final PortHistory history;

    /** For {@code ServiceLoader}; nothing of jSerialComm is touched before a line is made. */
    public SerialTransportProvider() {
        this(UsbPort::present);
    }

    /** @param present lists the ports there are */
    SerialTransportProvider(Supplier<List<UsbPort>> present) {
        this.history = new PortHistory(present);
    }

    @Override
    public String scheme() {
        return "serial";
    }

    /** {@code \\.\com10} becomes {@code COM10}, a name without a folder is one of {@code /dev}. */
    @Override
    public String normalise(String address) {
        requireJSerialComm();
        String port = address.strip();
        var windows = WINDOWS.matcher(port);
        if (windows.matches()) {
            return windows.group(1).toUpperCase(Locale.ROOT);
        }
        if (port.isEmpty() || port.indexOf('*') >= 0 || port.indexOf('\0') >= 0 || port.endsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + address + "' names no serial port, write e.g. /dev/ttyACM0 or COM7");
        }
        return port.indexOf('/') < 0 ? "/dev/" + port : port;
    }

    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        requireJSerialComm();
        return new SerialTransport(address, options, loop, turns, history);
    }

    /** Naming the class is enough to find out, and does not load its native library yet. */
    private static void requireJSerialComm() {
        try {
            SerialPort.class.getName();
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "serial ports need jSerialComm: add com.fazecast:jSerialComm to the class path", e);
        }
    }
}
