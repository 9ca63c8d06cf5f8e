package io.github.camelsmp.protocol.transport;

import io.github.camelsmp.protocol.serial.SizingStrategy;
import java.time.Duration;

/**
 * Everything that may be said of a line. A transport takes what concerns it.
 *
 * @param framing how messages are told apart on serial lines and serial-over-TCP
 * @param sizing how large a message may be with console framing
 * @param lineLength longest console line in bytes, marker and newline included, 8 to 65535
 * @param serial settings of the port
 * @param mtu link MTU in bytes for UDP, at least 68
 * @param security of UDP
 * @param connectTimeout how long opening may take
 * @param bluetooth which radio to use, and how
 */
public record TransportOptions(
        Framing framing,
        SizingStrategy sizing,
        int lineLength,
        SerialLine serial,
        int mtu,
        DatagramSecurity security,
        Duration connectTimeout,
        Bluetooth bluetooth) {

    /** Console framing, automatic sizing, 115200 8N1, MTU 1500, bare datagrams, ten seconds. */
    public static final TransportOptions DEFAULT = new TransportOptions(
            Framing.CONSOLE,
            new SizingStrategy.Auto(),
            128,
            SerialLine.DEFAULT,
            1500,
            DatagramSecurity.NONE,
            Duration.ofSeconds(10),
            Bluetooth.DEFAULT);

    /** @throws IllegalArgumentException naming the one that is out of range */
    public TransportOptions {
        if (lineLength < 8 || lineLength > 65535) {
            throw new IllegalArgumentException("lineLength is " + lineLength + ", it may be 8 to 65535");
        }
        if (mtu < 68 || mtu > 65535) {
            throw new IllegalArgumentException("mtu is " + mtu + ", it may be 68 to 65535");
        }
    }

    /** How messages are told apart on a stream of bytes. */
    public enum Framing {
        /** Lines of base64 that share the port with log text (protocol.md 7). */
        CONSOLE,
        /** The bare messages, nothing around them (protocol.md 8). */
        RAW
    }

    /** The same line with messages told apart like this. */
    public TransportOptions withFraming(Framing value) {
        return new TransportOptions(value, sizing, lineLength, serial, mtu, security, connectTimeout, bluetooth);
    }

    /** The same line with messages of another size, with console framing. */
    public TransportOptions withSizing(SizingStrategy value) {
        return new TransportOptions(framing, value, lineLength, serial, mtu, security, connectTimeout, bluetooth);
    }

    /** The same line with console lines of at most so many bytes, marker and newline included, 8 to 65535. */
    public TransportOptions withLineLength(int value) {
        return new TransportOptions(framing, sizing, value, serial, mtu, security, connectTimeout, bluetooth);
    }

    /** The same line with other settings of the port. */
    public TransportOptions withSerial(SerialLine value) {
        return new TransportOptions(framing, sizing, lineLength, value, mtu, security, connectTimeout, bluetooth);
    }

    /** The same line over a network with this MTU in bytes, 68 to 65535. */
    public TransportOptions withMtu(int value) {
        return new TransportOptions(framing, sizing, lineLength, serial, value, security, connectTimeout, bluetooth);
    }

    /** The same line, kept from strangers like this. */
    public TransportOptions withSecurity(DatagramSecurity value) {
        return new TransportOptions(framing, sizing, lineLength, serial, mtu, value, connectTimeout, bluetooth);
    }

    /** The same line, which may take so long to open. */
    public TransportOptions withConnectTimeout(Duration value) {
        return new TransportOptions(framing, sizing, lineLength, serial, mtu, security, value, bluetooth);
    }

    /** The same line with another radio, or another use of it. */
    public TransportOptions withBluetooth(Bluetooth value) {
        return new TransportOptions(framing, sizing, lineLength, serial, mtu, security, connectTimeout, value);
    }
}
