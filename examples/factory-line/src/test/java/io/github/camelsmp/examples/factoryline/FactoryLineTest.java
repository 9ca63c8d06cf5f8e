package io.github.camelsmp.examples.factoryline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.examples.factoryline.station.Tempo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(90)
class FactoryLineTest {

    private static final int BOARDS = 60;

    @TempDir
    Path home;

    @Test
    void recordsEachBoardOnceWhoeverPullsItOutAndWhenever() throws Exception {
        ShiftReport report = shift(1000, BOARDS);

        System.out.println(report);
        assertThat(report.seen().boards()).isEqualTo(BOARDS);
        assertThat(report.seen().pulled()).isPositive();
        assertThat(report.records()).isEqualTo(BOARDS);
        assertThat(report.unknown()).isGreaterThanOrEqualTo(report.seen().silent());
        assertThat(report.passed() + report.failed()).isEqualTo(report.records());
        assertThat(report.failures()).isPositive().isEqualTo(report.explained());
        assertThat(report.flashedTwice()).isZero();
        assertThat(report.turnedAway()).isGreaterThanOrEqualTo(report.seen().repeated());
        assertThat(report.seen().overwritten()).isZero();
        assertThat(labels()).isEqualTo(report.passed());
    }

    @Test
    void knowsAfterARestartWhatItHasPassed() throws Exception {
        ShiftReport first = shift(2000, 12);

        ShiftReport second = shift(2000, 12);

        assertThat(second.records()).isEqualTo(second.unknown());
        assertThat(second.turnedAway()).isGreaterThanOrEqualTo(first.passed());
    }

    private ShiftReport shift(long firstBoard, long boards) throws Exception {
        FactoryOptions options =
                new FactoryOptions(home, "127.0.0.1", 0, "", 12, firstBoard, boards, Tempo.FAST, Optional.empty());
        try (FactoryLine line = FactoryLine.start(options)) {
            return line.report();
        }
    }

    private long labels() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("labels"))) {
            return files.count();
        }
    }
}
