package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void aFractionOfAUnitBecomesMilliseconds() {
        assertThat(Durations.spelledOut("2.5s")).isEqualTo("2500");
        assertThat(Durations.spelledOut("0.5 M")).isEqualTo("30000");
    }

    @Test
    void whatCamelTakesItselfStaysAsItIs() {
        assertThat(Durations.spelledOut("2s500ms")).isEqualTo("2s500ms");
        assertThat(Durations.spelledOut("PT2.5S")).isEqualTo("PT2.5S");
        assertThat(Durations.spelledOut(2500)).isEqualTo(2500);
    }

    @Test
    void onlyOptionsThatAreDurationsAreTouched() {
        Map<String, Object> parameters = new HashMap<>(Map.of("name", "2.5s", "swapTimeout", "1.5m"));

        Durations.spellOut(parameters);

        assertThat(parameters).containsOnly(Map.entry("name", "2.5s"), Map.entry("swapTimeout", "90000"));
    }
}
