package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetransmissionTimerTest {

    private static final Duration CEILING = Duration.ofMillis(2500);

    private final RetransmissionTimer timer = RetransmissionTimer.upTo(CEILING);

    private static Duration ms(long value) {
        return Duration.ofMillis(value);
    }

    private void answers(int count, long millis) {
        for (int i = 0; i < count; i++) {
            timer.answered(ms(millis));
        }
    }

    @Test
    void waitsAsLongAsAllowedWhileNothingIsKnown() {
        assertThat(timer.timeout(1)).isEqualTo(CEILING);
        assertThat(timer.timeout(2)).isEqualTo(CEILING);
    }

    @Test
    void waitsNoLongerThanForHardWorkUntilAnAnswerIsMeasured() {
        timer.hardWorkAnswered(ms(800));
        assertThat(timer.timeout(1)).isEqualTo(ms(1000));
        assertThat(timer.timeout(2)).isEqualTo(ms(2000));

        answers(1, 400);

        assertThat(timer.timeout(1)).isEqualTo(ms(1200));
    }

    @Test
    void isGenerousAfterHardWorkThatWasQuick() {
        timer.hardWorkAnswered(ms(5));

        assertThat(timer.timeout(1)).isEqualTo(ms(500));
    }

    @Test
    void waitsThreeRoundTripsAfterTheFirstAnswer() {
        answers(1, 400);

        assertThat(timer.timeout(1)).isEqualTo(ms(1200));
    }

    @Test
    void isGenerousUntilItHasSeenMore() {
        answers(1, 5);

        assertThat(timer.timeout(1)).isBetween(ms(450), ms(500));
    }

    @Test
    void comesDownToATenthOfASecondAndNoFurther() {
        answers(200, 5);

        assertThat(timer.timeout(1)).isBetween(ms(100), ms(101));
    }

    @Test
    void leavesRoomAboveASteadyRoundTrip() {
        answers(200, 400);

        assertThat(timer.timeout(1)).isEqualTo(ms(500));
    }

    @Test
    void followsALinkThatBecomesSlower() {
        answers(200, 20);

        answers(100, 300);

        assertThat(timer.timeout(1)).isGreaterThanOrEqualTo(ms(375));
    }

    @Test
    void doublesWithEveryRepetitionUpToTheCeiling() {
        answers(300, 80);
        Duration first = timer.timeout(1);

        assertThat(timer.timeout(2)).isEqualTo(first.multipliedBy(2));
        assertThat(timer.timeout(3)).isEqualTo(first.multipliedBy(4));
        assertThat(timer.timeout(7)).isEqualTo(CEILING);
        assertThat(timer.timeout(Integer.MAX_VALUE)).isEqualTo(CEILING);
    }

    @Test
    void neverWaitsLongerThanAllowed() {
        answers(10, 9000);

        assertThat(timer.timeout(1)).isEqualTo(CEILING);
    }

    /** A page of an nRF52840 takes 85 ms to erase, and with messages of 384 bytes every twelfth chunk begins one. */
    @Test
    void isNotSurprisedByTheErasureOfPages() {
        for (int chunk = 0; chunk < 2000; chunk++) {
            Duration roundTrip = ms(chunk % 12 == 11 ? 105 : 20);
            assertThat(timer.timeout(1)).isGreaterThan(roundTrip);
            timer.answered(roundTrip);
        }
    }

    /** A sector of 64 KiB of a serial flash takes most of a second, once in 180 such chunks. */
    @Test
    void remembersALongErasureUntilTheNextOne() {
        answers(180, 20);
        answers(1, 700);

        for (int chunk = 0; chunk < 2000; chunk++) {
            Duration roundTrip = ms(chunk % 180 == 179 ? 700 : 20);
            assertThat(timer.timeout(1)).isGreaterThan(roundTrip);
            timer.answered(roundTrip);
        }
    }

    @Test
    void forgetsWhatHappenedOnce() {
        answers(1, 2000);

        answers(600, 20);

        assertThat(timer.timeout(1)).isBetween(ms(100), ms(101));
    }

    @Test
    void aConstantOneLearnsNothing() {
        RetransmissionTimer constant = RetransmissionTimer.constant(CEILING);

        constant.answered(ms(1));

        assertThat(constant.timeout(1)).isEqualTo(CEILING);
        assertThat(constant.timeout(5)).isEqualTo(CEILING);
    }

    @Test
    void refusesToWaitNoTimeAtAll() {
        assertThatThrownBy(() -> RetransmissionTimer.upTo(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeout is PT0S");
    }
}
