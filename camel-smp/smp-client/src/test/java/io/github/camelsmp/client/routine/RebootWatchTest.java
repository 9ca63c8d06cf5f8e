package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.routine.Sighting.Software;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a device has restarted, by what it says and for how long it says the same. */
class RebootWatchTest {

    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3000);
    private static final ImageState RUNNING = Slots.holding(0, 0, OLD, "active", "confirmed");
    private static final Sighting STORED = sighting(RUNNING, Slots.holding(0, 1, NEW));
    private static final Sighting PENDING = sighting(RUNNING, Slots.holding(0, 1, NEW, "pending"));
    private static final Sighting UPGRADED = sighting(Slots.holding(0, 0, NEW, "active"));
    private static final List<FirmwareImage> EXPECTED = List.of(SampleImage.firmware(0, NEW));

    private long now = Duration.ofHours(3).toNanos();

    private static Sighting sighting(ImageState... images) {
        return new Sighting(Software.APPLICATION, List.of(images));
    }

    private RebootWatch watch(Sighting before, List<FirmwareImage> expected, BootStrategy strategy) {
        return new RebootWatch(before, expected, strategy, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void whatIsExpectedHasArrivedWithARestart() {
        assertThat(watch(PENDING, EXPECTED, BootStrategy.SWAP).hasRestarted(UPGRADED))
                .isTrue();
        assertThat(watch(UPGRADED, EXPECTED, BootStrategy.SWAP).hasRestarted(UPGRADED))
                .isTrue();
    }

    @Test
    void aListThatChangedTellsOfARestart() {
        assertThat(watch(PENDING, List.of(), BootStrategy.SWAP).hasRestarted(STORED))
                .isTrue();
    }

    @Test
    void whereNothingIsExpectedTheSameListIsNoRestart() {
        assertThat(watch(STORED, List.of(), BootStrategy.SWAP).hasRestarted(STORED))
                .isFalse();
    }

    @Test
    void theSameListAfterASilenceIsARestartOnceItLasts() {
        RebootWatch watch = watch(STORED, List.of(), BootStrategy.SWAP);
        watch.silence();
        watch.hasRestarted(STORED);

        pass(RebootWatch.UNCHANGED_AFTER_SILENCE.minusNanos(1));
        assertThat(watch.hasRestarted(STORED)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(watch.hasRestarted(STORED)).isTrue();
    }

    @Test
    void withoutASilenceTheSameListIsNeverARestart() {
        RebootWatch watch = watch(STORED, List.of(), BootStrategy.SWAP);
        watch.hasRestarted(STORED);

        pass(Duration.ofMinutes(5));

        assertThat(watch.hasRestarted(STORED)).isFalse();
        assertThat(watch.isStillThere(Duration.ofMinutes(4))).isTrue();
        assertThat(watch.isStillThere(Duration.ofMinutes(5))).isFalse();
        assertThat(watch.unchanged()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anotherSilenceStartsTheWaitAnew() {
        RebootWatch watch = watch(STORED, List.of(), BootStrategy.SWAP);
        watch.silence();
        watch.hasRestarted(STORED);
        pass(Duration.ofMinutes(5));

        watch.silence();

        assertThat(watch.unchanged()).isZero();
        assertThat(watch.hasRestarted(STORED)).isFalse();
        assertThat(watch.isStillThere(Duration.ZERO)).isFalse();
    }

    @Test
    void aBootloaderThatWasToldWhatToBootLeavesATrace() {
        RebootWatch watch = watch(PENDING, List.of(), BootStrategy.SWAP);
        watch.silence();
        watch.hasRestarted(PENDING);

        pass(Duration.ofMinutes(5));

        assertThat(watch.hasRestarted(PENDING)).isFalse();
        assertThat(watch.isStillThere(Duration.ofHours(1))).isTrue();
    }

    @Test
    void aBootloaderThatCannotBeToldLeavesNone() {
        RebootWatch watch = watch(PENDING, List.of(), BootStrategy.DIRECT_XIP);
        watch.silence();
        watch.hasRestarted(PENDING);

        pass(Duration.ofMinutes(5));

        assertThat(watch.hasRestarted(PENDING)).isTrue();
    }
}
