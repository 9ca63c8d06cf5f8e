package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferTallyTest {

    private final TransferTally tally = new TransferTally(() -> 0);

    @Test
    void aPieceThatIsSentAgainIsARetransmission() {
        tally.sent(0, 100);
        tally.sent(100, 200);
        tally.sent(100, 200);

        assertThat(tally.retransmissions()).isEqualTo(1);
    }

    @Test
    void aPieceBehindOneThatTheDeviceCutIsNone() {
        tally.sent(0, 998);
        tally.sent(996, 1994);

        assertThat(tally.retransmissions()).isZero();
        assertThat(tally.result(1994, new byte[32], Optional.empty()).sent()).isEqualTo(1996);
    }

    @Test
    void onlyWhatWasNeverThereBeforeIsProgress() {
        assertThat(tally.taken(0)).isFalse();
        assertThat(tally.taken(100)).isTrue();
        assertThat(tally.taken(100)).isFalse();
        assertThat(tally.taken(50)).isFalse();
        assertThat(tally.taken(101)).isTrue();
    }

    @Test
    void givesUpOnATransferThatFailsSixTimesWithoutProgress() {
        RuntimeException reason = new IllegalStateException("lost");
        for (int failures = 1; failures <= 5; failures++) {
            assertThat(tally.failed(reason)).isEqualTo(failures);
        }

        assertThatThrownBy(() -> tally.failed(reason)).isSameAs(reason);
    }

    @Test
    void progressAndAnotherWayGiveAsManyChancesAgain() {
        RuntimeException reason = new IllegalStateException("lost");
        tally.failed(reason);
        tally.failed(reason);

        tally.taken(1);
        assertThat(tally.failed(reason)).isEqualTo(1);
        tally.anew();
        assertThat(tally.failed(reason)).isEqualTo(1);
    }

    @Test
    void countsTheTimeSinceItsBeginning() {
        AtomicLong clock = new AtomicLong(500);
        TransferTally timed = new TransferTally(clock::get);

        clock.set(1500);

        assertThat(timed.duration()).isEqualTo(Duration.ofNanos(1000));
    }
}
