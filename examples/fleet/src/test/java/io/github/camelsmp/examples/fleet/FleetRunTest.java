package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FleetRunTest {

    private static final int DEVICES = 60;
    private static final int GATEWAYS = 3;
    /** In quarters, with its beginning. */
    private static final int TOLD_OF_AN_UPGRADE = 6;

    private static final Map<String, String> IMPATIENT = Map.of("camel.component.smp.connectTimeout", "2s");

    @TempDir
    Path home;

    @Test
    void upgradesEachDeviceOnceOrReportsItThoughAGatewayAndTheBrokerAreKilled() throws Exception {
        FleetOptions options = new FleetOptions(home, DEVICES, GATEWAYS, new BrokerProcess(home), IMPATIENT);

        FleetReport report = FleetRun.run(options);

        System.out.println(report);
        assertThat(report.upgraded()).isEqualTo(DEVICES - 1);
        assertThat(report.running()).isEqualTo(DEVICES - 1);
        assertThat(report.startedTwice()).isZero();
        assertThat(report.shared()).isZero();
        assertThat(report.handedOn()).isPositive();
        assertThat(report.mostTold()).isBetween(2L, 6L * TOLD_OF_AN_UPGRADE);
        assertThat(report.dead()).hasSize(1).allSatisfy((device, reason) -> assertThat(reason)
                .contains(device));
    }
}
