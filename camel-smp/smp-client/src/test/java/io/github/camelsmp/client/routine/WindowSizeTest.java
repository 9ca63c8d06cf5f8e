package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSizeTest {

    private final WindowSize size = WindowSize.of(0, false, false);

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            size.goodAnswer();
        }
    }

    private void lose(int times) {
        for (int i = 0; i < times; i++) {
            size.loss();
        }
    }

    @Test
    void staysWhereItIsWhenALinkLosesOneOfTwenty() {
        size.allow(3);
        Random chance = new Random(1);
        int smaller = 0;

        for (int i = 0; i < 10_000; i++) {
            if (chance.nextInt(20) == 0) {
                size.loss();
            } else {
                size.goodAnswer();
            }
            smaller += size.get() < 3 ? 1 : 0;
        }

        assertThat(smaller).isLessThan(500);
    }

    /** A request more than fit is lost each time they are all in flight. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void settlesAtWhatADeviceWithLessRoomThanItSaysCanTake(int room) {
        size.allow(5);
        int tooMany = 0;

        for (int round = 0; round < 2000; round++) {
            answer(Math.min(room, size.get()));
            if (size.get() > room) {
                size.loss();
                tooMany++;
            }
        }

        assertThat(size.get()).isBetween(room, room + 1);
        assertThat(tooMany).isLessThan(60);
    }

    @Test
    void goesBackToAllWhenFewerLoseAsMany() {
        size.allow(6);

        lose(3);
        assertThat(size.get()).isEqualTo(3);
        answer(20);
        lose(1);
        assertThat(size.get()).isEqualTo(1);
        answer(20);
        lose(1);

        assertThat(size.get()).isEqualTo(6);
    }

    @Test
    void triesFewerAfterOneLossOnAConsoleAndAllAgainWhenThatDidNotHelp() {
        WindowSize console = WindowSize.of(0, false, true);
        console.allow(3);

        console.loss();
        assertThat(console.get()).isEqualTo(1);
        console.loss();
        assertThat(console.get()).isEqualTo(3);
        console.loss();
        assertThat(console.get()).isEqualTo(3);
    }

    @Test
    void givesUpATryAfterOneLossOnAConsoleAndAfterTwoElsewhere() {
        WindowSize console = WindowSize.of(0, true, true);
        WindowSize datagrams = WindowSize.of(0, true, false);
        console.allow(3);
        datagrams.allow(3);
        assertThat(console.get()).isEqualTo(2);
        assertThat(datagrams.get()).isEqualTo(2);

        console.loss();
        datagrams.loss();
        assertThat(console.get()).isEqualTo(1);
        assertThat(datagrams.get()).isEqualTo(2);
        datagrams.loss();
        assertThat(datagrams.get()).isEqualTo(1);
    }

    @Test
    void staysForLongAtWhatCuredTheLosses() {
        size.allow(3);
        lose(3);
        answer(32);

        answer(127);
        assertThat(size.get()).isEqualTo(1);
        answer(1);

        assertThat(size.get()).isEqualTo(2);
    }

    @Test
    void triesFewerMoreSeldomWhenThatDidNotHelp() {
        size.allow(6);
        lose(5);
        assertThat(size.get()).isEqualTo(6);

        lose(5);
        assertThat(size.get()).isEqualTo(6);
        lose(1);

        assertThat(size.get()).isEqualTo(3);
    }

    @Test
    void believesADeviceThatSaysItHasNoMemory() {
        size.allow(6);

        size.refusal();

        assertThat(size.get()).isEqualTo(3);
    }

    @Test
    void triesOneMoreAfterGoodAnswersAndWaitsLongerWhenThatFails() {
        size.allow(2);
        size.refusal();
        assertThat(size.get()).isEqualTo(1);

        answer(31);
        assertThat(size.get()).isEqualTo(1);
        answer(1);
        assertThat(size.get()).isEqualTo(2);
        lose(2);
        assertThat(size.get()).isEqualTo(1);
        answer(63);
        assertThat(size.get()).isEqualTo(1);
        answer(1);

        assertThat(size.get()).isEqualTo(2);
    }

    @Test
    void staysAtANumberThatWasGiven() {
        WindowSize fixed = WindowSize.of(2, false, false);
        fixed.allow(8);

        fixed.loss();
        fixed.loss();
        fixed.loss();
        fixed.refusal();

        assertThat(fixed.get()).isEqualTo(2);
    }
}
