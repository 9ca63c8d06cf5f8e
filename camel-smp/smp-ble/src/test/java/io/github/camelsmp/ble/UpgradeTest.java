package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.simulator.line.RadioLink;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole upgrades over a radio. */
class UpgradeTest extends BlueZTest {

    private static final byte[] FILE =
            io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 0x2000).bytes();

    /** An upgrade with this file takes a few writes more. */
    private static final int WRITES = 52;

    static IntStream cuts() {
        return IntStream.range(0, 30).map(cut -> 1 + cut * (WRITES - 1) / 29);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void anUpgradeGoesOnWhereverTheLineIsCut(int writes) throws Exception {
        FakePeripheral sensor = device();
        SmpClient client = rig.client(sensor.address(), connecting(Duration.ofSeconds(10)));
        sensor.cutAfterWrites(writes);

        UpgradeResult result = get(client.upgrade(FirmwareImage.of(FILE)));

        assertThat(result.outcome()).isEqualTo(UpgradeResult.Outcome.UPGRADED);
        assertThat(rig.simulated().runningVersion()).contains("2.0.0");
        assertThat(sensor.isCut()).isTrue();
    }

    @Test
    void aDeviceWhoseAttributesMovedWithTheNewFirmwareIsLookedAtAnew() throws Exception {
        FakePeripheral sensor = device().attributesMoveAtReset();
        SmpClient client = rig.client(
                sensor.address(), connecting(Duration.ofSeconds(10)).withRequestTimeout(Duration.ofMillis(300)));

        UpgradeResult result = get(client.upgrade(FirmwareImage.of(FILE)));

        assertThat(result.outcome()).isEqualTo(UpgradeResult.Outcome.UPGRADED);
    }

    @Test
    void anUpgradeOfADeviceThatKeepsItsAddressTakesTwoConnections() throws Exception {
        FakePeripheral sensor = device();

        get(rig.client(sensor.address()).upgrade(FirmwareImage.of(FILE)));

        assertThat(sensor.connects()).isEqualTo(2);
        assertThat(sensor.writes()).hasSizeGreaterThan(WRITES);
    }

    private FakePeripheral device() {
        return rig.device(
                "Sensor", RadioLink.DEFAULT, true, made -> made.buffers(600, 4).resetDelay(Duration.ofMillis(50)));
    }
}
