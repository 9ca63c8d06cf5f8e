package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.SerialLine;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option that has one value for a whole line, however many endpoints share it.
 *
 * @param name of the option
 * @param value in the terms of the client library
 */
record LineOption(String name, Function<SmpClientOptions, Object> value) {

    private static final List<LineOption> ALL = List.of(
            ofTransport("framing", TransportOptions::framing),
            ofTransport("strategy, bufferSize or lineBuffers", TransportOptions::sizing),
            ofTransport("lineLength", TransportOptions::lineLength),
            ofTransport("mtu", TransportOptions::mtu),
            ofTransport("dtls, pskIdentity, psk or sslContextParameters", TransportOptions::security),
            ofTransport("connectTimeout", TransportOptions::connectTimeout),
            ofRadio("bleBackend", Bluetooth::backend),
            ofRadio("adapter", Bluetooth::adapter),
            ofRadio("passkey", Bluetooth::passkey),
            ofPort("baudRate", SerialLine::baudRate),
            ofPort("dataBits", SerialLine::dataBits),
            ofPort("stopBits", SerialLine::stopBits),
            ofPort("parity", SerialLine::parity),
            ofPort("flowControl", SerialLine::flowControl),
            ofPort("dtr", SerialLine::dtr),
            ofPort("rts", SerialLine::rts),
            ofPort("exclusive", SerialLine::exclusive),
            new LineOption("protocolVersion", SmpClientOptions::version),
            new LineOption("reconnectDelay", SmpClientOptions::reconnectDelay),
            new LineOption("maxReconnectDelay", SmpClientOptions::maxReconnectDelay));

    /** The name of the first option in which two users of one line differ. */
    static Optional<String> conflict(SmpClientOptions one, SmpClientOptions other) {
        return ALL.stream()
                .filter(option -> !Objects.equals(
                        option.value().apply(one), option.value().apply(other)))
                .map(LineOption::name)
                .findFirst();
    }

    private static LineOption ofTransport(String name, Function<TransportOptions, Object> value) {
        return new LineOption(name, options -> value.apply(options.transport()));
    }

    private static LineOption ofRadio(String name, Function<Bluetooth, Object> value) {
        return ofTransport(name, options -> value.apply(options.bluetooth()));
    }

    private static LineOption ofPort(String name, Function<SerialLine, Object> value) {
        return ofTransport(name, options -> value.apply(options.serial()));
    }
}
