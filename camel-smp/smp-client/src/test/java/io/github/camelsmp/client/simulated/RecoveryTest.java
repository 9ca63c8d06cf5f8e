package io.github.camelsmp.client.simulated;

import static io.github.camelsmp.client.simulated.Firmware.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.SmpUpgradeException;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.recovery.RecoveryFeature;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Upgrades through MCUboot's serial recovery, over a console line. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RecoveryTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 20_000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 30_000);

    private SimulatedDeviceBuilder builder;
    private SimulatedDevice device;
    private SmpClient client;

    @BeforeEach
    void describeTheDevice(TestInfo test) {
        builder = SimulatedDevice.builder(test.getDisplayName())
                .running(OLD)
                .resetDelay(Duration.ofMillis(50))
                .recovery(RecoveryOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    private SmpClient client() {
        device = builder.build();
        client = SmpClient.of(
                "tcp:localhost:" + device.listenTcp(0).port(),
                SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(500)));
        return client;
    }

    @Test
    void upgradesADeviceWithASingleSlot() {
        builder.bootloader(BootloaderMode.SINGLE_SLOT);

        UpgradeResult result = client().upgrade(file(NEW)).join();

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(device.runningVersion()).contains("2.0.0");
        assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.ALREADY_INSTALLED);
    }

    @Test
    void upgradesThroughARecoveryThatKeepsMostToItself() {
        builder.bootloader(BootloaderMode.SINGLE_SLOT)
                .recovery(RecoveryOptions.DEFAULT
                        .without(RecoveryFeature.HASH)
                        .withWriteAlignment(32)
                        .with(RecoveryFeature.SILENT_GROUPS));

        assertThat(client().upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(device.runningVersion()).contains("2.0.0");
    }

    @Test
    void bringsADeviceToLifeWhoseOnlySlotIsHalfWritten() {
        builder.bootloader(BootloaderMode.SINGLE_SLOT);
        client().os().reset(false, 1).join();
        CompletableFuture<Void> half = new CompletableFuture<>();
        CompletableFuture<UploadResult> cut = client.upload(file(NEW), ImageUploadOptions.DEFAULT, (offset, length) -> {
            if (offset > length / 2) {
                half.complete(null);
            }
        });
        CompletableFuture.anyOf(half, cut).join();
        cut.cancel(false);
        device.reset();

        assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(device.runningVersion()).contains("2.0.0");
    }

    @Test
    void leavesARecoveryThatHasTheImageAlready() {
        builder.bootloader(BootloaderMode.SINGLE_SLOT).running(NEW);
        client().os().reset(false, 1).join();

        assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(device.state()).isEqualTo(DeviceState.APPLICATION);
    }

    @Test
    void refusesAMereTestOfASingleSlot() {
        builder.bootloader(BootloaderMode.SINGLE_SLOT);
        UpgradeOptions options = UpgradeOptions.DEFAULT.withMode(UpgradeMode.TEST_ONLY);

        assertThatThrownBy(() -> client().upgrade(List.of(file(NEW)), options, UpgradeListener.NONE)
                        .join())
                .hasCauseInstanceOf(SmpUpgradeException.class)
                .hasMessageContaining("single slot");
        assertThat(device.state()).isEqualTo(DeviceState.APPLICATION);
    }
}
