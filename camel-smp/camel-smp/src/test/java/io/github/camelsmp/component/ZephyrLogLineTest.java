package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZephyrLogLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[00:00:01.250,999] <inf> smp_sample: build time: Nov 1 | inf | smp_sample | build time: Nov 1 | 1250",
                "[00:00:01.250] <wrn> net_if: link down                 | wrn | net_if     | link down         | 1250",
                "[123:04:05.006,000] <err> fs: no room                  | err | fs         | no room           | 443045006",
                "uart:~$ [00:00:00.010,000] <dbg> app: main: x=1        | dbg | app        | main: x=1         | 10",
                "[00:00:00.000,000] (0x20001000) <inf> app: hello       | inf | app        | hello             | 0",
                "[00:00:02.000,000] [shell] <inf> app: hello            | inf | app        | hello             | 2000"
            })
    void tellsTheParts(String line, String level, String module, String text, long uptime) {
        assertThat(ZephyrLogLine.parse(line))
                .contains(new ZephyrLogLine(level, Optional.of(module), text, Optional.of(uptime)));
    }

    @Test
    void looksThroughColours() {
        assertThat(ZephyrLogLine.parse("\u001b[0m[00:00:00.250,000] \u001b[1;31m<err> app: hot\u001b[0m"))
                .contains(new ZephyrLogLine("err", Optional.of("app"), "hot", Optional.of(250L)));
    }

    @Test
    void takesNoNumberOfTicksForATime() {
        assertThat(ZephyrLogLine.parse("[00012345] <inf> app: hello"))
                .contains(new ZephyrLogLine("inf", Optional.of("app"), "hello", Optional.empty()));
    }

    @Test
    void knowsTheMinimalForm() {
        assertThat(ZephyrLogLine.parse("I: Starting bootloader"))
                .contains(new ZephyrLogLine("inf", Optional.empty(), "Starting bootloader", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*** Booting Zephyr OS build v4.4.0 ***",
                "uart:~$ ",
                "",
                "[00:00:00.000,000] hello",
                "<inf> no module",
                "x: y"
            })
    void leavesOtherTextAlone(String line) {
        assertThat(ZephyrLogLine.parse(line)).isEmpty();
    }
}
