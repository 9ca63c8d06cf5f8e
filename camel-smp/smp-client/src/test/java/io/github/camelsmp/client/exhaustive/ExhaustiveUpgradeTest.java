package io.github.camelsmp.client.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.exhaustive.Trials.End;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every mode of the bootloader, from every state, with every kind of file that fits, with a fault at every step. Each
 * run ends upgraded, or stopped before anything was written, or failed on a board that still runs what it ran; when it
 * is started again without the fault it ends where it should have ended at once.
 *
 * <p>Kinds of file that come to the same image share the faults among them, unless the system property
 * {@code smp.exhaustive} asks for all of them.
 */
@Timeout(900)
class ExhaustiveUpgradeTest {

    private static final int SHARED_AMONG = 5;

    @Test
    void noBoardIsLostAndEachIsUpgradedInTheEnd() {
        boolean all = Boolean.getBoolean("smp.exhaustive");
        List<Scenario> scenarios = Scenario.all();
        try (SimulatorThreads threads = SimulatorThreads.create("exhaustive")) {
            Trials trials = new Trials(threads);

            for (Scenario scenario : scenarios) {
                boolean shares = !all && scenario.resemblesPlainImage();
                trials.tryEvery(shares ? SHARED_AMONG : 1, scenario.kind().ordinal(), scenario);
            }

            tell(trials, scenarios.size());
            assertThat(trials.complaints.stream().limit(20)).isEmpty();
            assertThat(trials.count(End.LOST)).isZero();
        }
    }

    private static void tell(Trials trials, int scenarios) {
        System.out.printf(
                "exhaustive: %d runs of %d scenarios, upgraded %d, refused or stopped before anything was written %d,"
                        + " failed with old firmware %d, failed in the bootloader of a board whose firmware was being overwritten %d,"
                        + " lost %d%n",
                trials.runs(),
                scenarios,
                trials.count(End.UPGRADED),
                trials.count(End.STOPPED_BEFORE_ANYTHING_WAS_WRITTEN),
                trials.count(End.FAILED_WITH_FIRMWARE_THAT_BOOTS),
                trials.count(End.FAILED_IN_BOOTLOADER),
                trials.count(End.LOST));
    }
}
