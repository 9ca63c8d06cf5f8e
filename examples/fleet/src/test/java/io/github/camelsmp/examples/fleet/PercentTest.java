package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentTest {

    @Test
    void tellsOfEveryStepAndTheEndHoweverManyFragmentsThereAre() {
        Percent percent = new Percent(25);

        LongStream told = LongStream.rangeClosed(0, 1000).filter(offset -> percent.isNews(offset, 1000));

        assertThat(told.toArray()).containsExactly(0, 250, 500, 750, 1000);
    }

    @Test
    void doesNotBeginAnewWithADeviceThatForgotWhatItHad() {
        Percent percent = new Percent(10);

        long told = IntStream.of(0, 50, 0, 20, 50, 60)
                .filter(offset -> percent.isNews(offset, 100))
                .count();

        assertThat(told).isEqualTo(3);
    }

    @Test
    void refusesAStepThatIsNone() {
        assertThatThrownBy(() -> new Percent(0)).hasMessageContaining("fleet.percent is 0");
    }
}
