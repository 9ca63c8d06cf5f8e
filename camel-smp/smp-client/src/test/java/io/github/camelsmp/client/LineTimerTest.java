package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTimerTest {

    private final VirtualLoop loop = new VirtualLoop();
    private final List<Long> attempts = new ArrayList<>();

    private LineTimer timer(long shortest, long longest) {
        return new LineTimer(new Loop(loop, loop::nanoTime), Duration.ofMillis(shortest), Duration.ofMillis(longest));
    }

    private void attempt(LineTimer timer, int times) {
        for (int i = 0; i < times; i++) {
            timer.startPause(
                    () -> attempts.add(Duration.ofNanos(loop.nanoTime()).toMillis()));
            loop.runToEnd();
        }
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        attempt(timer(250, 1000), 4);

        assertThat(attempts).containsExactly(250L, 750L, 1750L, 2750L);
    }

    @Test
    void theLongestPauseIsNeverShorterThanTheFirst() {
        attempt(timer(1000, 10), 2);

        assertThat(attempts).containsExactly(1000L, 2000L);
    }

    @Test
    void onlyTheFirstPauseOfATroubleIsTheFirstAlsoWhereAllAreTheSame() {
        LineTimer timer = timer(1000, 1000);
        assertThat(timer.isFirstPause()).isTrue();

        attempt(timer, 1);
        assertThat(timer.isFirstPause()).isFalse();

        timer.resetPause();
        assertThat(timer.isFirstPause()).isTrue();
    }
}
