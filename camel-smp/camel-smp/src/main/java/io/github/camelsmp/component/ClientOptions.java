package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.SerialLine;
import io.github.camelsmp.protocol.transport.SerialLine.FlowControl;
import io.github.camelsmp.protocol.transport.SerialLine.Parity;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The options of an endpoint in the terms of the client library. A value that is none is refused by its name. */
final class ClientOptions {

    private static final Map<String, Framing> FRAMINGS = Map.of("console", Framing.CONSOLE, "raw", Framing.RAW);

    private static final Map<String, Parity> PARITIES = Map.of(
            "none", Parity.NONE,
            "odd", Parity.ODD,
            "even", Parity.EVEN,
            "mark", Parity.MARK,
            "space", Parity.SPACE);

    private static final Map<String, FlowControl> FLOW_CONTROLS = Map.of(
            "none", FlowControl.NONE,
            "rtsCts", FlowControl.RTS_CTS,
            "xonXoff", FlowControl.XON_XOFF);

    private static final Map<String, Function<SmpLineConfiguration, SizingStrategy>> STRATEGIES = Map.of(
            "auto", options -> new SizingStrategy.Auto(),
            "bufferSize", ClientOptions::bufferSize,
            "bufferParams",
                    options -> new SizingStrategy.BufferParams(options.getLineLength(), options.getLineBuffers()));

    private ClientOptions() {}

    /**
     * Translates and checks.
     *
     * @param security of UDP
     * @throws IllegalArgumentException naming the option whose value is wrong
     */
    static SmpClientOptions of(SmpLineConfiguration options, DatagramSecurity security) {
        return new SmpClientOptions(
                line(options, security),
                version(options.getProtocolVersion()),
                positive("requestTimeout", options.getRequestTimeout()),
                SmpClientOptions.DEFAULT.lastChunkTimeout(),
                positive("eraseTimeout", options.getEraseTimeout()),
                atLeast("retries", options.getRetries(), 0),
                window(options.getWindow()),
                positive("reconnectDelay", options.getReconnectDelay()),
                positive("maxReconnectDelay", options.getMaxReconnectDelay()));
    }

    /**
     * Refuses an option that was written on an endpoint and would have no effect there.
     *
     * @param transport of the endpoint, e.g. {@code udp}
     * @param stated names of the options of the endpoint
     * @param options all of them, with those of the component
     */
    static void requireEffect(String transport, Set<String> stated, SmpConfiguration options) {
        requireStrategy(stated, "bufferSize", options.getStrategy(), "bufferSize");
        requireStrategy(stated, "lineBuffers", options.getStrategy(), "bufferParams");
        requireDtls(transport, stated, options.isDtls());
        requireOperation(stated, "delay", options.getOperation());
        requireOperation(stated, "onChange", options.getOperation());
    }

    private static void requireDtls(String transport, Set<String> stated, boolean dtls) {
        if (stated.contains("dtls") && dtls && !transport.equals("udp")) {
            throw new IllegalArgumentException("dtls counts with udp only, and the transport is " + transport);
        }
        for (String option : List.of("pskIdentity", "psk", "sslContextParameters")) {
            if (stated.contains(option) && !dtls) {
                throw new IllegalArgumentException(option + " counts with dtls=true only");
            }
        }
    }

    private static void requireOperation(Set<String> stated, String option, SmpOperation operation) {
        if (stated.contains(option) && operation == null) {
            throw new IllegalArgumentException(
                    option + " counts with the option operation only, which says what to read again and again");
        }
    }

    private static void requireStrategy(Set<String> stated, String option, String strategy, String needed) {
        if (stated.contains(option) && STRATEGIES.containsKey(strategy) && !strategy.equals(needed)) {
            throw new IllegalArgumentException(
                    option + " counts with strategy=" + needed + " only, and strategy is " + strategy);
        }
    }

    /**
     * The value that a word stands for.
     *
     * @throws IllegalArgumentException naming the option and the words it knows
     */
    static <T> T choice(String option, String word, Map<String, T> choices) {
        T value = choices.get(word);
        if (value == null) {
            throw new IllegalArgumentException(option + " is '" + word + "', it may be "
                    + String.join(", ", choices.keySet().stream().sorted().toList()));
        }
        return value;
    }

    /**
     * A time that is more than nothing.
     *
     * @throws IllegalArgumentException naming the option
     */
    static Duration positive(String option, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(option + " is " + millis + " ms, it must be positive");
        }
        return Duration.ofMillis(millis);
    }

    private static TransportOptions line(SmpLineConfiguration options, DatagramSecurity security) {
        return new TransportOptions(
                choice("framing", options.getFraming(), FRAMINGS),
                choice("strategy", options.getStrategy(), STRATEGIES).apply(options),
                options.getLineLength(),
                serial(options),
                options.getMtu(),
                security,
                positive("connectTimeout", options.getConnectTimeout()),
                bluetooth(options));
    }

    /**
     * Which radio to use.
     *
     * @throws IllegalArgumentException naming the option whose value is wrong, without a passkey in it
     */
    static Bluetooth bluetooth(SmpLineConfiguration options) {
        return new Bluetooth(
                options.getBleBackend(),
                Optional.ofNullable(options.getAdapter()),
                passkey(Optional.ofNullable(options.getPasskey())));
    }

    private static OptionalInt passkey(Optional<String> digits) {
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.get().matches("[0-9]{6}")) {
            throw new IllegalArgumentException("passkey is not what devices show, six digits like 012345");
        }
        return OptionalInt.of(Integer.parseInt(digits.get()));
    }

    private static SerialLine serial(SmpLineConfiguration options) {
        return new SerialLine(
                options.getBaudRate(),
                options.getDataBits(),
                options.getStopBits(),
                choice("parity", options.getParity(), PARITIES),
                choice("flowControl", options.getFlowControl(), FLOW_CONTROLS),
                options.isDtr(),
                options.isRts(),
                options.isExclusive());
    }

    private static SmpVersion version(int number) {
        return switch (number) {
            case 1 -> SmpVersion.V1;
            case 2 -> SmpVersion.V2;
            default -> throw new IllegalArgumentException("protocolVersion is " + number + ", it may be 1 or 2");
        };
    }

    private static SizingStrategy bufferSize(SmpLineConfiguration options) {
        if (options.getBufferSize() == null) {
            throw new IllegalArgumentException("strategy=bufferSize needs the option bufferSize");
        }
        return new SizingStrategy.BufferSize(atLeast("bufferSize", options.getBufferSize(), 32));
    }

    private static int window(String window) {
        if (window.equals("auto")) {
            return 0;
        }
        if (!window.matches("[0-9]{1,3}") || Integer.parseInt(window) < 1 || Integer.parseInt(window) > 255) {
            throw new IllegalArgumentException("window is '" + window + "', it may be auto or a number from 1 to 255");
        }
        return Integer.parseInt(window);
    }

    private static int atLeast(String option, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " is " + value + ", it must be at least " + least);
        }
        return value;
    }
}
