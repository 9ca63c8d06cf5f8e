package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTextTest {

    @Test
    void coloursAreTakenOut() {
        assertThat(ConsoleText.withoutAnsi("\u001b[1;31m<err> app: \u001b[0mno \u001b[Ksensor"))
                .isEqualTo("<err> app: no sensor");
    }

    @Test
    void textWithoutColoursStaysWhatItIs() {
        assertThat(ConsoleText.withoutAnsi("[00:00:01.000] <inf> app: 1 [mV]"))
                .isEqualTo("[00:00:01.000] <inf> app: 1 [mV]");
    }
}
