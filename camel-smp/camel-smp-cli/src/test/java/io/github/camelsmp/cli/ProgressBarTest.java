package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter text = new StringWriter();
    private long now;

    private ProgressBar bar(boolean redraws, boolean blocks) {
        return new ProgressBar("get", new PrintWriter(text), new Terminal(redraws, blocks), () -> now);
    }

    private void after(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void writesOverOneLineOnATerminal() {
        ProgressBar bar = bar(true, true);

        bar.progress(0, 0, 100_000);
        after(1000);
        bar.progress(0, 25_000, 100_000);
        after(3000);
        bar.progress(0, 100_000, 100_000);
        bar.close();

        assertThat(text.toString().split("\r"))
                .contains(
                        "█".repeat(8) + "░".repeat(24) + "   25 %  25.0 kB of 100.0 kB  25.0 kB/s  3 s left   ",
                        "█".repeat(32) + "  100 %  100.0 kB of 100.0 kB  25.0 kB/s  4.0 s   \n");
    }

    @Test
    void drawsTenTimesASecondAtMost() {
        ProgressBar bar = bar(true, true);

        for (int offset = 0; offset < 1000; offset++) {
            bar.progress(0, offset, 1000);
            after(1);
        }

        assertThat(text.toString().split("\r")).hasSizeBetween(10, 12);
    }

    @Test
    void makesDoWithAsciiWhereThereIsNothingElse() {
        bar(true, false).progress(0, 50, 100);

        assertThat(text.toString()).contains("#".repeat(16) + ".".repeat(16)).isASCII();
    }

    @Test
    void writesALineForEachTenthWhereThereIsNoTerminal() {
        ProgressBar bar = bar(false, false);
        bar.stage("upload", false);

        for (int offset = 0; offset <= 1000; offset += 10) {
            bar.progress(0, offset, 1000);
        }

        assertThat(text.toString().lines()).hasSize(12).first().isEqualTo("upload");
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void leavesOutOfTheRateWhatWasThereBefore() {
        ProgressBar bar = bar(false, false);

        bar.progress(0, 900, 1000);
        after(1000);
        bar.progress(0, 1000, 1000);

        assertThat(text.toString()).contains("100 %  1.0 kB of 1.0 kB  100 B/s  1.0 s");
    }
}
