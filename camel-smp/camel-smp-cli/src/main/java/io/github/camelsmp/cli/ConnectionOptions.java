package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a device is talked to. The options are those of the endpoint {@code smp:}, in the spelling of command lines. */
final class ConnectionOptions {

    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    /** How messages are told apart on a stream of bytes. */
    enum FramingOption {
        console,
        raw
    }

    /** How large a message may be. */
    enum StrategyOption {
        auto,
        bufferSize,
        bufferParams
    }

    @Option(
            names = "--framing",
            paramLabel = "FRAMING",
            defaultValue = "console",
            description = "serial, tcp: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private FramingOption framing;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            defaultValue = "auto",
            description = "Console framing: how large messages are, one of ${COMPLETION-CANDIDATES}." + DEFAULT)
    private StrategyOption strategy;

    @Option(
            names = "--buffer-size",
            paramLabel = "BYTES",
            description = "With --strategy=bufferSize: the reassembly buffer of the server.")
    private Integer bufferSize;

    @Option(
            names = "--line-length",
            paramLabel = "BYTES",
            defaultValue = "128",
            description = "Console framing: longest line, marker and newline included." + DEFAULT)
    private int lineLength;

    @Option(
            names = "--line-buffers",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --strategy=bufferParams: line buffers of the server." + DEFAULT)
    private int lineBuffers;

    @Mixin
    private SerialOptions serial;

    @Option(
            names = "--mtu",
            paramLabel = "BYTES",
            defaultValue = "1500",
            description = "udp: MTU of the link." + DEFAULT)
    private int mtu;

    @Mixin
    private SecurityOptions security;

    @Mixin
    private BluetoothOptions radio;

    @Option(
            names = "--protocol-version",
            paramLabel = "N",
            defaultValue = "2",
            description = "SMP version of requests, 1 or 2." + DEFAULT)
    private int protocolVersion;

    @Option(
            names = "--request-timeout",
            paramLabel = "TIME",
            defaultValue = "2.5s",
            description = "How long to wait for an answer before the request is repeated." + DEFAULT)
    private Duration requestTimeout;

    @Option(
            names = "--erase-timeout",
            paramLabel = "TIME",
            defaultValue = "40s",
            description = "The same where flash is erased or read as a whole." + DEFAULT)
    private Duration eraseTimeout;

    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long opening the line may take." + DEFAULT)
    private Duration connectTimeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often a request that may be repeated is repeated." + DEFAULT)
    private int retries;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "auto",
            description = "Chunks of an upload that are under way at a time, auto or 1 to 255." + DEFAULT)
    private String window;

    @Option(
            names = "--reconnect-delay",
            paramLabel = "TIME",
            defaultValue = "250ms",
            description = "Pause before a broken line is opened again; doubles each time." + DEFAULT)
    private Duration reconnectDelay;

    @Option(
            names = "--max-reconnect-delay",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "Longest such pause." + DEFAULT)
    private Duration maxReconnectDelay;

    /** @throws IllegalArgumentException naming the option whose value is wrong */
    SmpClientOptions clientOptions() {
        return SmpClientOptions.DEFAULT
                .withTransport(transport())
                .withVersion(version())
                .withRequestTimeout(requestTimeout)
                .withEraseTimeout(eraseTimeout)
                .withRetries(retries)
                .withWindow(window())
                .withReconnectDelay(reconnectDelay)
                .withMaxReconnectDelay(maxReconnectDelay);
    }

    /** Which radio is used. */
    Bluetooth bluetooth() {
        return radio.bluetooth();
    }

    private TransportOptions transport() {
        return TransportOptions.DEFAULT
                .withFraming(framing == FramingOption.raw ? Framing.RAW : Framing.CONSOLE)
                .withSizing(sizing())
                .withLineLength(lineLength)
                .withSerial(serial.line())
                .withMtu(mtu)
                .withSecurity(security.security())
                .withBluetooth(radio.bluetooth())
                .withConnectTimeout(connectTimeout);
    }

    private SizingStrategy sizing() {
        return switch (strategy) {
            case auto -> new SizingStrategy.Auto();
            case bufferParams -> new SizingStrategy.BufferParams(lineLength, lineBuffers);
            case bufferSize -> {
                if (bufferSize == null) {
                    throw new IllegalArgumentException("--strategy=bufferSize needs the option --buffer-size");
                }
                yield new SizingStrategy.BufferSize(bufferSize);
            }
        };
    }

    private SmpVersion version() {
        return switch (protocolVersion) {
            case 1 -> SmpVersion.V1;
            case 2 -> SmpVersion.V2;
            default ->
                throw new IllegalArgumentException("--protocol-version is " + protocolVersion + ", it may be 1 or 2");
        };
    }

    private int window() {
        if (window.equals("auto")) {
            return 0;
        }
        if (!window.matches("[1-9][0-9]{0,2}") || Integer.parseInt(window) > 255) {
            throw new IllegalArgumentException(
                    "--window is '" + window + "', it may be auto or a number from 1 to 255");
        }
        return Integer.parseInt(window);
    }
}
