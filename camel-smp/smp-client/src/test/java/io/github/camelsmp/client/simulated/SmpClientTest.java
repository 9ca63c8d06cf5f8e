package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SmpClientTest {

    private static final FirmwareImage STORED = FirmwareImage.ofSize("1.1.0", 5000);

    private final SimulatedDevice device = SimulatedDevice.builder("front door")
            .buffers(1024, 4)
            .running(FirmwareImage.ofSize("1.0.0", 5000))
            .secondary(STORED)
            .build();
    private final SmpClient client =
            SmpClient.of("udp:localhost:" + device.listenUdp(0).port());

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    @Test
    void callsTheOperatingSystem() {
        assertThat(client.os().echo("hello").join()).isEqualTo("hello");
        assertThat(client.os().parameters().join()).isEqualTo(new McumgrParameters(1024, 4));
        assertThat(client.os().applicationInfo("n").join()).isEqualTo("front door");
        assertThat(client.os().bootloaderInfo("mode").join().mode()).contains(BootloaderMode.SWAP_USING_MOVE);
        assertThat(client.os().taskStatistics().join())
                .extracting(OsGroup.Task::name)
                .contains("idle");
        client.os().setDateTime(LocalDateTime.parse("2026-01-02T03:04:05")).join();
        assertThat(client.os().dateTime().join()).startsWith("2026-01-02T03:04:");
    }

    @Test
    void callsTheImages() {
        byte[] stored = HexFormat.of().parseHex(device.slot(0, 1).hash());

        assertThat(client.images().list().join()).hasSize(2);
        assertThat(client.images().test(stored).join())
                .filteredOn(ImageState::pending)
                .extracting(ImageState::version)
                .containsExactly("1.1.0");
        assertThat(client.images().slotInfo().join().get(0).slots()).hasSize(2);
    }

    @Test
    void erasesASlot() {
        client.images().erase(1).join();

        assertThat(client.images().list().join()).hasSize(1);
    }

    @Test
    void failsWithWhatTheDeviceSays() {
        assertThatThrownBy(() -> client.images().test(new byte[32]).join())
                .hasCauseInstanceOf(SmpErrorException.class)
                .hasMessageContaining("HASH_NOT_FOUND");
    }

    @Test
    void upgradesInOneLine() {
        assertThat(client.upgrade(Firmware.file(FirmwareImage.ofSize("2.0.0", 6000)))
                        .join()
                        .outcome())
                .isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void sendsARequestOfYourOwn() {
        record Greeting(String text) implements SmpRequest<String> {
            @Override
            public SmpOp op() {
                return SmpOp.WRITE;
            }

            @Override
            public int group() {
                return OsGroup.ID;
            }

            @Override
            public int command() {
                return 0;
            }

            @Override
            public CborMap payload() {
                return CborMap.builder().put("d", text).build();
            }

            @Override
            public String readResponse(CborMap payload) {
                return payload.text("r");
            }
        }

        assertThat(client.send(new Greeting("good day")).join()).isEqualTo("good day");
    }

    @Test
    void connectsToADeviceThatAnswers() {
        try (SmpClient connected = SmpClient.connect(device.address()).join()) {
            assertThat(connected.connection().parameters()).contains(new McumgrParameters(1024, 4));
        }
    }

    @Test
    void saysWhyThereIsNoConnection() {
        assertThatThrownBy(() -> SmpClient.connect("sim:nobody").join())
                .hasCauseInstanceOf(SmpTransportException.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> SmpClient.of("somewhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SmpClient.of("pigeon:loft", SmpClientOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pigeon");
    }

    @Test
    void failsWhatIsAskedAfterClosing() {
        client.close();

        assertThatThrownBy(() -> client.os().echo("anybody there").join())
                .hasCauseInstanceOf(SmpTransportException.class);
    }
}
