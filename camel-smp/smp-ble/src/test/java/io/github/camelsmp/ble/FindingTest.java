package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.transport.Bluetooth;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FindingTest extends BlueZTest {

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    @Test
    void anEmptyAirIsSaidToBeEmpty() {
        assertThat(trouble(rig.client("C0:FF:EE:00:00:01", connecting(BRIEFLY))))
                .hasMessageContaining("no device with the address C0:FF:EE:00:00:01 advertises")
                .hasMessageContaining("nothing at all advertises here");
    }

    @Test
    void aConnectionThatAnotherProgramLeftBehindIsTakenOver() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");
        BleCentral crashed = air.backend().open(Optional.empty(), new Heard());
        crashed.startScan();
        BlePeer seen = await(crashed, sensor.address());
        crashed.connect(seen, new Heard(), new BleConnectOptions(OptionalInt.empty(), false, Duration.ofSeconds(5)));

        assertThat(get(rig.client("Sensor 12").os().echo("hello"))).isEqualTo("hello");
        assertThat(sensor.connects()).isEqualTo(1);
        crashed.close();
    }

    private static BlePeer await(BleCentral central, String address) throws Exception {
        Optional<BlePeer> seen = Optional.empty();
        while (seen.isEmpty()) {
            seen = central.known().stream()
                    .filter(peer -> peer.address().equals(address))
                    .findFirst();
        }
        return seen.get();
    }

    @Test
    void theRadioThatIsNamedIsUsed() throws Exception {
        rig.device("Sensor 12");
        air.addAdapter("hci1", true);

        get(rig.client("Sensor 12", over(Bluetooth.DEFAULT.withAdapter("hci1")))
                .os()
                .echo("hello"));

        assertThat(air.adapter("hci1").scans()).isEqualTo(1);
        assertThat(air.adapter("hci0").scans()).isZero();
    }

    @Test
    void theFirstRadioThatIsSwitchedOnIsUsedWhereNoneIsNamed() throws Exception {
        rig.device("Sensor 12");
        air.addAdapter("hci1", true);
        air.adapter("hci0").power(false);

        get(rig.client("Sensor 12").os().echo("hello"));

        assertThat(air.adapter("hci1").scans()).isEqualTo(1);
    }

    @Test
    void aRadioThatIsNotThereIsMissedByItsName() {
        SmpClient client = rig.client("Sensor 12", over(Bluetooth.DEFAULT.withAdapter("hci7")));

        assertThat(trouble(client)).hasMessageContaining("there is no Bluetooth adapter 'hci7', there are hci0");
    }

    @Test
    void aRadioThatIsSwitchedOffIsSaidToBe() {
        air.adapter("hci0").power(false);

        assertThat(trouble(rig.client("Sensor 12", connecting(BRIEFLY))))
                .hasMessageContaining("Bluetooth is switched off on hci0")
                .hasMessageContaining("bluetoothctl power on");
    }

    @Test
    void aMachineWithoutRadioIsSaidToHaveNone() {
        air.removeAdapter("hci0");

        assertThat(trouble(rig.client("Sensor 12", connecting(BRIEFLY))))
                .hasMessageContaining("BlueZ has no Bluetooth adapter");
    }

    @Test
    void whoConnectsDoesNotScanAtTheSameTime() throws Exception {
        rig.device("Sensor 12");
        rig.device("Sensor 13");

        get(rig.client("Sensor 12").os().echo("hello"));
        get(rig.client("Sensor 13").os().echo("hello"));

        assertThat(air.adapter("hci0").scansWhileConnecting()).isZero();
    }
}
