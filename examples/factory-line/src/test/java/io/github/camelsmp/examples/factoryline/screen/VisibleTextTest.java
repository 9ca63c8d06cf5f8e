package io.github.camelsmp.examples.factoryline.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"CS4-1001", "30 °C, 45 %rH", "湿度", "<b>&amp;</b>", "a\\b"})
    void leavesAloneWhatCanBeSeen(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u001b", "\u007f", "\u009b", "\u200b", "\u202e", "\u2028", "\ufeff", "\ud800"})
    void writesTheNumberOfWhatCannotBeSeen(String text) {
        assertThat(VisibleText.of("a" + text + "b")).isEqualTo(String.format("a\\u%04xb", (int) text.charAt(0)));
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(VisibleText.of("x".repeat(VisibleText.LONGEST + 1)))
                .isEqualTo("x".repeat(VisibleText.LONGEST) + "…");
    }
}
