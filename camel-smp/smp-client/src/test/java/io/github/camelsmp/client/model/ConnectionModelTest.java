package io.github.camelsmp.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lives of connections, each with what its seed draws for it: requests, cancellations, calls for the line, resets, lines
 * that do not open, hang or break, answers that are late, lost, doubled, damaged or refusals, all in any order. Whatever
 * happens, the connection keeps to the rules of {@link ConnectionModel}.
 *
 * <p>The system property {@code smp.model} asks for more lives than a build tries, {@code smp.model.seed} says with which
 * seed they begin.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class ConnectionModelTest {

    private static final int LIVES_OF_A_BUILD = 1000;

    @Test
    void everyConnectionKeepsToTheRules() {
        long first = Long.getLong("smp.model.seed", 1);
        int lives = Integer.getInteger("smp.model", LIVES_OF_A_BUILD);
        List<String> complaints = new ArrayList<>();
        long messages = LongStream.range(first, first + lives)
                .map(seed -> live(seed, complaints))
                .sum();
        System.out.printf(
                "model: %d lives from seed %d, %d messages, %d complaints%n",
                lives, first, messages, complaints.size());
        complaints.stream().limit(50).forEach(System.out::println);
        assertThat(complaints).isEmpty();
    }

    private static int live(long seed, List<String> complaints) {
        try {
            return new ConnectionRun(seed).run();
        } catch (AssertionError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            complaints.add("seed " + seed + ": " + e.getMessage() + " " + cause);
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {162, 413, 883, 984, 15827})
    void seedsThatFailedOnceEndWell(long seed) {
        assertThat(new ConnectionRun(seed).run()).isNotNegative();
    }
}
