package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.DeviceInfo;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.EnumerationGroup.GroupDetails;
import io.github.camelsmp.protocol.group.ShellGroup.ExecuteResponse;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedShell.Result;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The calls of every group that Zephyr has, against a device that has it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TypedCallsTest {

    private final SimulatedSettings settings = new SimulatedSettings().add("app/interval", new byte[] {1, 0});
    private final SimulatedDevice device = SimulatedDevice.builder("typed calls")
            .settings(settings)
            .statistics(new SimulatedStatistics()
                    .set("net", "in", 7)
                    .set("net", "out", 9)
                    .set("smp", "frames", 3))
            .shell(SimulatedShell.withBasics().command("sum", line -> Result.ok("3\n")))
            .build();
    private final SmpClient client = SmpClient.of(device.address());

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    @Test
    void readsStatistics() {
        assertThat(client.statistics().groups().join()).contains("net", "smp");
        assertThat(client.statistics().read("net").join()).containsEntry("in", 7L);
        assertThat(client.statistics().readAll().join())
                .containsEntry("smp", Map.of("frames", 3L))
                .containsKey("net");
    }

    @Test
    void readsAndKeepsSettings() {
        assertThat(client.settings().read("app/interval").join()).containsExactly(1, 0);

        client.settings().write("app/interval", new byte[] {5, 0}).join();
        client.settings().commit().join();
        assertThat(settings.value("app/interval").orElseThrow()).containsExactly(5, 0);
        client.settings().save().join();
        assertThat(settings.stored("app/interval").orElseThrow()).containsExactly(5, 0);
        client.settings().load().join();
        client.settings().delete("app/interval").join();

        assertThat(settings.stored("app/interval")).isEmpty();
    }

    @Test
    void failsOnASettingThatIsNotThere() {
        assertThatThrownBy(() -> client.settings().read("no/such").join()).hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void executesCommands() {
        ExecuteResponse sum = client.shell().execute("sum 1 2").join();

        assertThat(sum.output()).isEqualTo("3\n");
        assertThat(sum.returnCode()).isZero();
        assertThat(client.shell().execute(List.of("sum", "1", "2")).join().output())
                .isEqualTo("3\n");
        assertThat(client.shell().execute("nonsense").join().returnCode()).isNegative();
    }

    @Test
    void enumeratesGroups() {
        List<Integer> groups = client.groups().list().join();

        assertThat(groups).contains(0, 1, 2, 3, 9, 10);
        assertThat(client.groups().count().join()).isEqualTo(groups.size());
        assertThat(client.groups().single(0).join().group()).isIn(groups);
        assertThat(client.groups().details().join())
                .extracting(GroupDetails::group)
                .containsExactlyInAnyOrderElementsOf(groups);
    }

    @Test
    void erasesStorage() {
        client.basic().eraseStorage().join();

        assertThat(settings.stored("app/interval")).isEmpty();
    }

    @Test
    void tellsAllOfItself() {
        DeviceInfo info = client.deviceInfo().join();

        assertThat(info.parameters()).contains(new McumgrParameters(2048, 4));
        assertThat(info.application().orElseThrow()).contains("typed calls");
        assertThat(info.bootloader().bootloader()).contains("MCUboot");
        assertThat(info.bootloader().mode()).contains(BootloaderMode.SWAP_USING_MOVE);
        assertThat(info.images()).hasSize(1);
        assertThat(info.slots().get(0).slots()).hasSize(2);
        assertThat(info.groups()).contains(0, 1);
        assertThat(info.asMap())
                .containsOnlyKeys("parameters", "applicationInfo", "bootloader", "images", "slots", "groups");
    }

    @Test
    void leavesOutWhatAnOldDeviceCannotTell() {
        try (SimulatedDevice old = SimulatedDevice.builder("old one")
                        .oldServer()
                        .without(10)
                        .build();
                SmpClient oldClient = SmpClient.of(old.address())) {
            assertThat(oldClient.deviceInfo().join().asMap()).containsOnlyKeys("images");
        }
    }

    @Test
    void saysWhenThereIsNobodyToTell() {
        device.powerOff();
        try (SmpClient patientClient =
                SmpClient.of(device.address(), SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> patientClient.deviceInfo().join()).hasCauseInstanceOf(SmpException.class);
        }
    }
}
