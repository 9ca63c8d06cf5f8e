package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.SerialLine;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientOptionsTest {

    private final SmpConfiguration options = new SmpConfiguration();

    @Test
    void theDefaultsOfTheComponentAreThoseOfTheClient() {
        assertThat(ClientOptions.of(options, DatagramSecurity.NONE)).isEqualTo(SmpClientOptions.DEFAULT);
    }

    @Test
    void everyOptionReachesTheClient() {
        options.setFraming("raw");
        options.setStrategy("bufferParams");
        options.setLineLength(64);
        options.setLineBuffers(3);
        options.setBaudRate(9600);
        options.setDataBits(7);
        options.setStopBits(2);
        options.setParity("even");
        options.setFlowControl("rtsCts");
        options.setDtr(false);
        options.setRts(false);
        options.setExclusive(false);
        options.setMtu(600);
        options.setProtocolVersion(1);
        options.setRequestTimeout(1);
        options.setEraseTimeout(2);
        options.setConnectTimeout(3);
        options.setRetries(4);
        options.setWindow("5");
        options.setReconnectDelay(6);
        options.setMaxReconnectDelay(7);
        options.setBleBackend("bluez");
        options.setAdapter("hci1");
        options.setPasskey("012345");

        SmpClientOptions client = ClientOptions.of(options, DatagramSecurity.NONE);

        assertThat(client.transport().framing()).isEqualTo(Framing.RAW);
        assertThat(client.transport().sizing()).isEqualTo(new SizingStrategy.BufferParams(64, 3));
        assertThat(client.transport().lineLength()).isEqualTo(64);
        assertThat(client.transport().bluetooth())
                .isEqualTo(new Bluetooth("bluez", Optional.of("hci1"), OptionalInt.of(12345)));
        assertThat(client.transport().serial())
                .isEqualTo(new SerialLine(
                        9600, 7, 2, SerialLine.Parity.EVEN, SerialLine.FlowControl.RTS_CTS, false, false, false));
        assertThat(client.transport().mtu()).isEqualTo(600);
        assertThat(client.transport().connectTimeout()).isEqualTo(Duration.ofMillis(3));
        assertThat(client.version()).isEqualTo(SmpVersion.V1);
        assertThat(client.requestTimeout()).isEqualTo(Duration.ofMillis(1));
        assertThat(client.eraseTimeout()).isEqualTo(Duration.ofMillis(2));
        assertThat(client.retries()).isEqualTo(4);
        assertThat(client.window()).isEqualTo(5);
        assertThat(client.reconnectDelay()).isEqualTo(Duration.ofMillis(6));
        assertThat(client.maxReconnectDelay()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void aBufferOfKnownSizeIsTakenAsGiven() {
        options.setStrategy("bufferSize");
        options.setBufferSize(512);

        assertThat(ClientOptions.of(options, DatagramSecurity.NONE).transport().sizing())
                .isEqualTo(new SizingStrategy.BufferSize(512));
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("framing", options -> options.setFraming("slip")),
                wrong("strategy", options -> options.setStrategy("large")),
                wrong("bufferSize", options -> options.setStrategy("bufferSize")),
                wrong("lineLength", options -> options.setLineLength(7)),
                wrong("lineBuffers", options -> {
                    options.setStrategy("bufferParams");
                    options.setLineBuffers(0);
                }),
                wrong("baudRate", options -> options.setBaudRate(0)),
                wrong("dataBits", options -> options.setDataBits(9)),
                wrong("stopBits", options -> options.setStopBits(3)),
                wrong("parity", options -> options.setParity("strange")),
                wrong("flowControl", options -> options.setFlowControl("dam")),
                wrong("mtu", options -> options.setMtu(10)),
                wrong("protocolVersion is 3", options -> options.setProtocolVersion(3)),
                wrong("requestTimeout", options -> options.setRequestTimeout(0)),
                wrong("eraseTimeout", options -> options.setEraseTimeout(-1)),
                wrong("connectTimeout", options -> options.setConnectTimeout(0)),
                wrong("retries", options -> options.setRetries(-1)),
                wrong("window", options -> options.setWindow("many")),
                wrong("window", options -> options.setWindow("256")),
                wrong("window", options -> options.setWindow("0")),
                wrong("passkey", options -> options.setPasskey("1234")),
                wrong("passkey", options -> options.setPasskey("secret")),
                wrong("reconnectDelay", options -> options.setReconnectDelay(0)),
                wrong("maxReconnectDelay", options -> options.setMaxReconnectDelay(0)));
    }

    private static Arguments wrong(String named, Consumer<SmpConfiguration> value) {
        return Arguments.of(named, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedByTheNameOfItsOption(String named, Consumer<SmpConfiguration> value) {
        value.accept(options);

        assertThatThrownBy(() -> ClientOptions.of(options, DatagramSecurity.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
