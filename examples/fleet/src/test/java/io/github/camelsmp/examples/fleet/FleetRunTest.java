package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FleetRunTest {

    private static final int DEVICES = 90;

    @TempDir
    Path home;

    @Test
    void upgradesEachDeviceOnceOrReportsItThoughAGatewayDiesAndTheBrokerRestarts() throws Exception {
        FleetReport report = FleetRun.run(home, DEVICES, 3);

        assertThat(report.upgraded()).isEqualTo(DEVICES - 1);
        assertThat(report.running()).isEqualTo(DEVICES - 1);
        assertThat(report.startedTwice()).isZero();
        assertThat(report.dead()).hasSize(1).allSatisfy((device, reason) -> assertThat(reason)
                .isNotBlank());
    }
}
