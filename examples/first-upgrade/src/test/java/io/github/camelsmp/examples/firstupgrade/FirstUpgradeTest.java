package io.github.camelsmp.examples.firstupgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.flash.FlashTiming;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstUpgradeTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void tellsInPlainLinesWhatTheBoardRanBeforeAndAfter() throws Exception {
        FirstUpgrade.run(new UpgradeDisplay(out, false), FlashTiming.INSTANT);

        assertThat(lines())
                .startsWith("before   version 1.0.0, confirmed")
                .contains("stage    upload", "upload   100 %", "stage    confirm")
                .endsWith("after    version 1.1.0, confirmed");
    }

    @Test
    void drawsABarThatEndsFullOnATerminal() throws Exception {
        FirstUpgrade.run(new UpgradeDisplay(out, true), FlashTiming.INSTANT);

        assertThat(lines()).anySatisfy(line -> assertThat(line).contains("\r").contains("█".repeat(40) + " 100 %"));
    }

    private String[] lines() {
        return printed.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
    }
}
