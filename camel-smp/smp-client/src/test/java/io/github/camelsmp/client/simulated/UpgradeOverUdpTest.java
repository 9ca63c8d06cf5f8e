package io.github.camelsmp.client.simulated;

import static io.github.camelsmp.client.simulated.Firmware.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Upgrades of a simulated device over a real socket. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class UpgradeOverUdpTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 100_000);
    private static final long POSITION_INDEPENDENT = 1;
    private static final FirmwareImage NEW = FirmwareImage.builder("2.0.0")
            .size(120_000)
            .flags(POSITION_INDEPENDENT)
            .build();

    private final SmpResources resources = SmpResources.create();
    private SimulatedDeviceBuilder builder;
    private SimulatedDevice device;
    private String address;

    @BeforeEach
    void describeTheDevice(TestInfo test) {
        builder = SimulatedDevice.builder(test.getDisplayName())
                .running(OLD)
                .resetDelay(Duration.ofMillis(100))
                .bootTime(Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        resources.close();
        device.close();
    }

    private SmpClient client() {
        return client(SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(500)));
    }

    private SmpClient client(SmpClientOptions options) {
        if (device == null) {
            device = builder.build();
            address = "udp:localhost:" + device.listenUdp(0).port();
        }
        return SmpClient.of(address, options, resources);
    }

    private UpgradeResult upgrade(SmpClient client, FirmwareImage image, UpgradeMode mode) {
        return client.upgrade(List.of(file(image)), UpgradeOptions.DEFAULT.withMode(mode), UpgradeListener.NONE)
                .join();
    }

    @ParameterizedTest
    @EnumSource(
            value = BootloaderMode.class,
            names = {
                "SWAP_USING_SCRATCH",
                "SWAP_USING_MOVE",
                "SWAP_USING_OFFSET",
                "OVERWRITE_ONLY",
                "DIRECT_XIP",
                "DIRECT_XIP_WITH_REVERT",
                "RAM_LOAD"
            })
    void upgradesWithEveryBootloader(BootloaderMode mode) {
        builder.bootloader(mode);
        try (SmpClient client = client()) {
            UpgradeResult result = client.upgrade(file(NEW)).join();

            assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
            assertThat(client.images().list().join())
                    .filteredOn(ImageState::active)
                    .singleElement()
                    .satisfies(image -> assertThat(image.confirmed()).isTrue());
            assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.ALREADY_INSTALLED);
        }
    }

    @Test
    void upgradesAnApplicationThatTellsNothingOfItsBootloader() {
        builder.os(os -> os.withBootloaderInfo(false)).bootloader(BootloaderMode.RAM_LOAD);
        try (SmpClient client = client()) {
            assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
        }
    }

    @Test
    void upgradesAnOldServer() {
        builder.oldServer();
        try (SmpClient client = client()) {
            assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
        }
    }

    @Test
    void isBackOnTheOldImageOneResetAfterATest() {
        try (SmpClient client = client()) {
            assertThat(upgrade(client, NEW, UpgradeMode.TEST_ONLY).outcome()).isEqualTo(Outcome.TESTING);
            assertThat(device.runningVersion()).contains("2.0.0");

            device.reset();

            UpgradeResult plan = upgrade(client, NEW, UpgradeMode.PLAN);
            assertThat(device.runningVersion()).contains("1.0.0");
            assertThat(plan.images().get(0).from()).isEqualTo("1.0.0");
        }
    }

    @Test
    void goesOnWhereAnUploadStopped() {
        try (SmpClient client = client()) {
            CompletableFuture<Void> thirty = new CompletableFuture<>();
            CompletableFuture<UploadResult> cut =
                    client.upload(file(NEW), ImageUploadOptions.DEFAULT, (offset, length) -> {
                        if (offset > length * 3 / 10) {
                            thirty.complete(null);
                        }
                    });
            CompletableFuture.anyOf(thirty, cut).join();
            cut.cancel(false);
        }

        try (SmpClient client = client()) {
            UploadResult rest = client.upload(file(NEW)).join();

            assertThat(rest.bytes()).isEqualTo(NEW.size());
            assertThat(rest.sent()).isLessThan(NEW.size() * 8L / 10);
            assertThat(rest.match()).contains(true);
        }
    }

    @Test
    void upgradesThoughEveryTwentiethDatagramIsLost() {
        builder.impairment(Impairment.both(Way.CLEAN.withLoss(0.05)).withSeed(5));
        try (SmpClient client = client(SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(100)))) {
            assertThat(client.upgrade(file(NEW)).join().outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
        }
    }

    @Test
    void upgradesTwoImagesWithOneReset() {
        FirmwareImage network = FirmwareImage.ofSize("3.1.0", 50_000);
        builder.images(2).running(1, FirmwareImage.ofSize("3.0.0", 50_000));
        try (SmpClient client = client()) {
            UpgradeResult result = client.upgrade(
                            List.of(file(NEW), file(1, network)), UpgradeOptions.DEFAULT, UpgradeListener.NONE)
                    .join();

            assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(device.slot(0, 0).version()).contains("2.0.0");
            assertThat(device.slot(1, 0).version()).contains("3.1.0");
        }
    }
}
