package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressReportTest {

    private long now = Long.MAX_VALUE - 5;
    private long moved;
    private final List<Map<?, ?>> events = new ArrayList<>();
    private final ProgressReport report =
            new ProgressReport(Map.of("operation", "imageUpload", "image", 1), () -> now, (progress, arrived) -> {
                events.add(progress);
                moved += arrived;
            });

    @Test
    void tellsOperationImageOffsetLengthAndSpeed() {
        report.progress(1000, 9000);
        after(500);
        report.progress(3000, 9000);

        assertThat(events)
                .containsExactly(
                        Map.of(
                                "operation",
                                "imageUpload",
                                "image",
                                1,
                                "offset",
                                1000L,
                                "length",
                                9000L,
                                "bytesPerSecond",
                                0L),
                        Map.of(
                                "operation",
                                "imageUpload",
                                "image",
                                1,
                                "offset",
                                3000L,
                                "length",
                                9000L,
                                "bytesPerSecond",
                                4000L));
    }

    @Test
    void tellsNoMoreThanTenASecondAndTheLast() {
        for (int chunk = 0; chunk <= 1000; chunk++) {
            report.progress(chunk, 1000);
            after(1);
        }

        assertThat(events).hasSize(11);
        assertThat(events.get(10).get("offset")).isEqualTo(1000L);
    }

    @Test
    void tellsHowFarItCameWhenItEndsEarly() {
        report.progress(0, 1000);
        report.progress(500, 1000);
        report.end();

        assertThat(events.get(1).get("offset")).isEqualTo(500L);
    }

    @Test
    void hasNothingMoreToTellAtARegularEnd() {
        report.progress(1000, 1000);
        report.end();

        assertThat(events).hasSize(1);
    }

    @Test
    void countsWhatArrivedOnceHoweverOftenItWasSent() {
        report.progress(200, 1000);
        report.progress(600, 1000);
        report.progress(0, 1000);
        report.progress(500, 1000);
        report.progress(900, 1000);
        report.end();

        assertThat(report.moved()).isEqualTo(700);
        assertThat(moved).isEqualTo(700);
    }

    private void after(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
