package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.DatagramSecurity.PreSharedKey;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineOptionTest {

    private final SmpConfiguration options = new SmpConfiguration();
    private final SmpConfiguration others = new SmpConfiguration();

    @Test
    void endpointsOfOneDeviceMayDifferInTheirPatience() {
        others.setRequestTimeout(60_000);
        others.setEraseTimeout(60_000);
        others.setRetries(0);
        others.setWindow("1");

        assertThat(LineOption.conflict(
                        ClientOptions.of(options, DatagramSecurity.NONE),
                        ClientOptions.of(others, DatagramSecurity.NONE)))
                .isEmpty();
    }

    @Test
    void endpointsThatKnowDifferentKeysDifferAboutTheLine() {
        SmpClientOptions one = ClientOptions.of(options, new PreSharedKey("me", new byte[] {1}));
        SmpClientOptions other = ClientOptions.of(options, new PreSharedKey("me", new byte[] {2}));

        assertThat(LineOption.conflict(one, other)).contains("dtls, pskIdentity, psk or sslContextParameters");
        assertThat(LineOption.conflict(one, one)).isEmpty();
    }

    private static Stream<Arguments> differences() {
        return Stream.of(
                difference("framing", other -> other.setFraming("raw")),
                difference("strategy, bufferSize or lineBuffers", other -> other.setStrategy("bufferParams")),
                difference("lineLength", other -> other.setLineLength(512)),
                difference("mtu", other -> other.setMtu(600)),
                difference("connectTimeout", other -> other.setConnectTimeout(1)),
                difference("bleBackend", other -> other.setBleBackend("bluez")),
                difference("adapter", other -> other.setAdapter("hci1")),
                difference("passkey", other -> other.setPasskey("012345")),
                difference("baudRate", other -> other.setBaudRate(9600)),
                difference("dataBits", other -> other.setDataBits(7)),
                difference("stopBits", other -> other.setStopBits(2)),
                difference("parity", other -> other.setParity("even")),
                difference("flowControl", other -> other.setFlowControl("rtsCts")),
                difference("dtr", other -> other.setDtr(false)),
                difference("rts", other -> other.setRts(false)),
                difference("exclusive", other -> other.setExclusive(false)),
                difference("protocolVersion", other -> other.setProtocolVersion(1)),
                difference("reconnectDelay", other -> other.setReconnectDelay(1)),
                difference("maxReconnectDelay", other -> other.setMaxReconnectDelay(1)));
    }

    private static Arguments difference(String option, Consumer<SmpConfiguration> change) {
        return argumentSet(option, option, change);
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theOptionInWhichTheyDifferAboutTheLineIsNamed(String option, Consumer<SmpConfiguration> change) {
        change.accept(others);

        assertThat(LineOption.conflict(
                        ClientOptions.of(options, DatagramSecurity.NONE),
                        ClientOptions.of(others, DatagramSecurity.NONE)))
                .contains(option);
    }
}
