package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who listens hears of every stage, and each has its time. */
class StagesTest {

    private final List<String> heard = new ArrayList<>();
    private long now = Duration.ofHours(7).toNanos();
    private boolean over;
    private final Stages stages = new Stages(() -> now, new Listener(), () -> over);

    private final class Listener implements UpgradeListener {
        @Override
        public void stage(String name, boolean ended) {
            heard.add(name + (ended ? " ends" : " begins"));
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aStageIsToldAtItsBeginningAndAtItsEnd() {
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<String> outcome = stages.run(UpgradeStage.QUERY, () -> work);
        List<String> before = List.copyOf(heard);
        work.complete("done");

        assertThat(before).containsExactly("query begins");
        assertThat(heard).containsExactly("query begins", "query ends");
        assertThat(outcome).isCompletedWithValue("done");
        assertThat(stages.current()).isEqualTo(UpgradeStage.QUERY);
    }

    @Test
    void aStageThatFailsEndsToo() {
        CompletableFuture<String> outcome = stages.run(UpgradeStage.DECIDE, () -> {
            throw new Refusal("no");
        });

        assertThat(heard).containsExactly("decide begins", "decide ends");
        assertThatThrownBy(outcome::join).hasCauseInstanceOf(Refusal.class);
    }

    @Test
    void theTimeOfAStageThatRunsTwiceAddsUp() {
        for (int times = 0; times < 2; times++) {
            CompletableFuture<String> work = new CompletableFuture<>();
            stages.run(UpgradeStage.QUERY, () -> work);
            pass(Duration.ofSeconds(4));
            work.complete("done");
            pass(Duration.ofSeconds(1));
        }

        assertThat(stages.durations()).containsOnlyKeys("query").containsEntry("query", Duration.ofSeconds(8));
        assertThat(stages.total()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void noStageBeginsOnceNobodyWaits() {
        over = true;

        CompletableFuture<String> outcome = stages.run(UpgradeStage.RESET, CompletableFuture::new);

        assertThat(outcome).isCompletedExceptionally();
        assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
        assertThat(heard).isEmpty();
    }
}
