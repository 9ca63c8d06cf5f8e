package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.discovery.DeviceFilter;
import io.github.camelsmp.client.discovery.FoundDevice;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScannerTest extends BlueZTest {

    private static final Duration SILENCE = Duration.ofMillis(400);

    private BleScanner scanner = scanner(DeviceFilter.ALL);

    private BleScanner scanner(DeviceFilter filter) {
        RadioAccess access = new RadioAccess(new Radios(), air.backend(), Optional.empty());
        return new BleScanner(filter, access, SILENCE);
    }

    @AfterEach
    void closeScanner() {
        scanner.close();
    }

    private List<FoundDevice> look() {
        return scanner.scan(Set.of());
    }

    @Test
    void aDeviceThatAdvertisesSmpIsFoundOnceWithItsSignalStrength() {
        FakePeripheral sensor = rig.device("Sensor 12").rssi(-71);

        await().until(() -> !look().isEmpty());

        assertThat(look()).singleElement().satisfies(found -> {
            assertThat(found.address()).hasToString("ble:" + sensor.address());
            assertThat(found.name()).isEqualTo("Sensor 12");
            assertThat(found.rssi().orElseThrow()).isBetween(-71, -70);
        });
    }

    @Test
    void aRadioThatCannotTellTheSignalStrengthTellsNone() {
        rig.device("Sensor 12").rssi(FakePeripheral.RSSI_UNKNOWN);

        await().until(() -> !look().isEmpty());

        assertThat(look()).singleElement().satisfies(found -> assertThat(found.rssi())
                .isEmpty());
    }

    @Test
    void aDeviceThatAdvertisesSomethingElseIsLeftOut() {
        rig.device("Headset").hidesService();
        rig.device("Sensor 12");

        await().until(() -> !look().isEmpty());

        assertThat(look()).extracting(FoundDevice::name).containsExactly("Sensor 12");
    }

    @Test
    void whoAsksByNameGetsWhatAdvertisesNothingElse() {
        rig.device("Sensor 12").hidesService();
        rig.device("Pump");
        scanner = scanner(DeviceFilter.ALL.withName(Pattern.compile("Sensor.*")));

        await().until(() -> !look().isEmpty());

        assertThat(look()).extracting(FoundDevice::name).containsExactly("Sensor 12");
    }

    @Test
    void aDeviceThatFallsSilentIsGone() {
        FakePeripheral sensor = rig.device("Sensor 12");
        await().until(() -> !look().isEmpty());

        air.remove(sensor);

        await().until(() -> look().isEmpty());
    }

    @Test
    void aDeviceSomebodyIsConnectedToIsNotSilent() throws Exception {
        rig.device("Sensor 12");
        await().until(() -> !look().isEmpty());
        SmpClient client = rig.client("Sensor 12");

        get(client.os().echo("hello"));

        await().during(SILENCE.multipliedBy(2)).until(() -> !look().isEmpty());
    }

    @Test
    void whoCannotLookIsTold() {
        air.adapter("hci0").power(false);

        assertThatThrownBy(this::look)
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("Bluetooth is switched off on hci0");
    }

    @Test
    void afterADaemonWasRestartedOneCanLookAgain() {
        rig.device("Sensor 12");
        await().until(() -> !look().isEmpty());

        air.restart();

        await().ignoreExceptions().until(() -> !look().isEmpty());
    }

    @Test
    void whoClosesScansNoMore() {
        look();

        scanner.close();

        await().until(() -> !air.adapter("hci0").isDiscovering());
    }
}
