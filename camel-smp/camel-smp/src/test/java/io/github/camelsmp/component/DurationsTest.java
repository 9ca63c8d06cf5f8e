package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "2500, 2500",
        "0, 0",
        "-5, -5",
        "2.5s, 2500",
        "0.5 M, 30000",
        "2s500ms, 2500",
        "1h 30m, 5400000",
        "2sec, 2000",
        "0s, 0",
        "PT2.5S, 2500"
    })
    void everyFormOfADurationIsUnderstood(String text, long millis) {
        assertThat(Durations.parse("swapTimeout", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "abc", "x5", "5x", "1.5", "10seconds", "PT", "99999999999999999999"})
    void whatIsNoneIsRefusedByItsName(String text) {
        assertThatThrownBy(() -> Durations.parse("swapTimeout", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("swapTimeout is '" + text + "', write a duration such as 2500, 2.5s or 1m30s");
    }
}
