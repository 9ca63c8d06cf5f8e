package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmpClientOptionsTest {
    private static final SmpClientOptions DEFAULT = SmpClientOptions.DEFAULT;

    private static Map<String, UnaryOperator<SmpClientOptions>> times(Duration value) {
        return Map.of(
                "connectTimeout",
                options -> options.withTransport(options.transport().withConnectTimeout(value)),
                "requestTimeout",
                options -> options.withRequestTimeout(value),
                "lastChunkTimeout",
                options -> options.withLastChunkTimeout(value),
                "eraseTimeout",
                options -> options.withEraseTimeout(value),
                "reconnectDelay",
                options -> options.withReconnectDelay(value),
                "maxReconnectDelay",
                options -> options.withMaxReconnectDelay(value));
    }

    static Stream<Duration> timesThatAreNone() {
        return Stream.of(Duration.ZERO, Duration.ofMillis(-1));
    }

    @ParameterizedTest
    @MethodSource("timesThatAreNone")
    void aTimeThatIsNotPositiveIsRefusedByName(Duration none) {
        times(none).forEach((name, change) -> assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(DEFAULT))
                .withMessage(name + " is " + none + ", it must be positive"));
    }

    @Test
    void aNegativeNumberIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withRetries(-1))
                .withMessage("retries is -1, it may not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withWindow(-1))
                .withMessage("window is -1, it may not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attempts(Duration.ofSeconds(1), -1))
                .withMessage("retries is -1, it may not be negative");
    }

    @Test
    void eachKindOfWorkHasAPatienceOfItsOwn() {
        SmpClientOptions options = DEFAULT.withRequestTimeout(Duration.ofSeconds(1))
                .withLastChunkTimeout(Duration.ofSeconds(2))
                .withEraseTimeout(Duration.ofSeconds(3));

        assertThat(options.timeout(Patience.REQUEST)).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.timeout(Patience.LAST_CHUNK)).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.timeout(Patience.ERASE)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aChangeConcernsOneOptionAndLeavesTheOthers() {
        assertThat(DEFAULT.withVersion(SmpVersion.V1).withVersion(SmpVersion.V2))
                .isEqualTo(DEFAULT);
        assertThat(DEFAULT.withVersion(SmpVersion.V1).version()).isEqualTo(SmpVersion.V1);
        assertThat(DEFAULT.withRetries(0).withWindow(3).withMaxReconnectDelay(Duration.ofSeconds(9)))
                .extracting(SmpClientOptions::retries, SmpClientOptions::window, SmpClientOptions::maxReconnectDelay)
                .containsExactly(0, 3, Duration.ofSeconds(9));
    }

    @Test
    void theParametersMayTakeAsLongAsAnyRequestAndNotMuchOfTheTimeToConnect() {
        assertThat(DEFAULT.parametersTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(DEFAULT.withRequestTimeout(Duration.ofMillis(300)).parametersTimeout())
                .isEqualTo(Duration.ofMillis(300));
        assertThat(DEFAULT.withRequestTimeout(Duration.ofMinutes(1))
                        .withTransport(DEFAULT.transport().withConnectTimeout(Duration.ofSeconds(50)))
                        .parametersTimeout())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aFaultLosesItsAddressInsideOfAnotherOne() {
        SmpTransportException known = new SmpTransportException("udp:a", "unplugged");

        assertThat(Faults.withoutAddress(known)).isEqualTo("unplugged");
        assertThat(Faults.withoutAddress(new SmpTimeoutException(null, "echo", 1, Duration.ofSeconds(1))))
                .isEqualTo("no answer to echo, sent once in 1.0 s");
        assertThat(Faults.withoutAddress(new IllegalStateException("udp:a: x"))).isEqualTo("udp:a: x");
        assertThat(Faults.withoutAddress(new IllegalStateException())).isEqualTo("null");
    }

    @Test
    void whateverALineFailsWithIsToldAsAFaultOfTheLine() {
        SmpTransportException known = new SmpTransportException("udp:a", "unplugged");
        IllegalStateException unknown = new IllegalStateException("odd");

        assertThat(Faults.ofLine("udp:a", known)).isSameAs(known);
        assertThat(Faults.ofLine("udp:a", new CompletionException(known))).isSameAs(known);
        assertThat(Faults.ofLine("udp:a", unknown))
                .hasMessage("udp:a: the line could not be opened: java.lang.IllegalStateException: odd")
                .hasCause(unknown);
        assertThat(Faults.ofLine("udp:a", new CompletionException("bare", null)))
                .hasMessageContaining("bare");
    }
}
