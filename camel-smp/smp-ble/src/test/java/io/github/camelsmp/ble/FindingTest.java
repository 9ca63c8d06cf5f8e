package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.bluez.BlueZBackend;
import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Bluetooth;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FindingTest extends RigTest {

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    @Test
    void aDeviceIsFoundByItsName() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");
        rig.device("Sensor 13");

        assertThat(get(rig.client("Sensor 12").os().echo("hello"))).isEqualTo("hello");
        assertThat(sensor.connects()).isEqualTo(1);
    }

    @Test
    void aDeviceIsFoundByItsAddressInWhateverSpelling() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");

        assertThat(get(rig.client(sensor.address().toLowerCase()).os().echo("hello")))
                .isEqualTo("hello");
    }

    @Test
    void aDeviceThatDoesNotAdvertiseItsServiceIsFoundAllTheSame() throws Exception {
        rig.device("Sensor 12").hidesService();

        assertThat(get(rig.client("Sensor 12").os().echo("hello"))).isEqualTo("hello");
    }

    @Test
    void whoIsNotThereIsMissedWithTheNamesOfThoseWhoAre() {
        rig.device("Sensor 13");

        assertThat(trouble(rig.client("Sensor 12", connecting(BRIEFLY))))
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("no device named 'Sensor 12' advertises; there are Sensor 13");
    }

    @Test
    void anEmptyAirIsSaidToBeEmpty() {
        assertThat(trouble(rig.client("C0:FF:EE:00:00:01", connecting(BRIEFLY))))
                .hasMessageContaining("no device with the address C0:FF:EE:00:00:01 advertises")
                .hasMessageContaining("nothing at all advertises here");
    }

    @Test
    void aNameThatTwoDevicesHaveIsRefusedWithTheirAddresses() {
        FakePeripheral one = rig.device("Sensor");
        FakePeripheral other = new FakePeripheral(
                rig.simulated(), "Sensor", "C0:00:00:00:00:77", one.line().link(), false);
        rig.bluez().add(other);

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("2 devices are named 'Sensor'")
                .hasMessageContaining(one.address())
                .hasMessageContaining(other.address());
    }

    @Test
    void aConnectionThatAnotherProgramLeftBehindIsTakenOver() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");
        BleCentral crashed = new BlueZBackend(rig.bluez().busAddress()).open(Optional.empty(), new Deaf());
        crashed.startScan();
        BlePeer seen = await(crashed, sensor.address());
        crashed.connect(seen, new Deaf(), new BleConnectOptions(OptionalInt.empty(), false, Duration.ofSeconds(5)));

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
        rig.bluez().addAdapter("hci1", true);

        get(rig.client("Sensor 12", over(Bluetooth.DEFAULT.withAdapter("hci1")))
                .os()
                .echo("hello"));

        assertThat(rig.bluez().adapter("hci1").scans()).isEqualTo(1);
        assertThat(rig.bluez().adapter("hci0").scans()).isZero();
    }

    @Test
    void theFirstRadioThatIsSwitchedOnIsUsedWhereNoneIsNamed() throws Exception {
        rig.device("Sensor 12");
        rig.bluez().addAdapter("hci1", true);
        rig.bluez().adapter("hci0").power(false);

        get(rig.client("Sensor 12").os().echo("hello"));

        assertThat(rig.bluez().adapter("hci1").scans()).isEqualTo(1);
    }

    @Test
    void aRadioThatIsNotThereIsMissedByItsName() {
        SmpClient client = rig.client("Sensor 12", over(Bluetooth.DEFAULT.withAdapter("hci7")));

        assertThat(trouble(client)).hasMessageContaining("there is no Bluetooth adapter 'hci7', there are hci0");
    }

    @Test
    void aRadioThatIsSwitchedOffIsSaidToBe() {
        rig.bluez().adapter("hci0").power(false);

        assertThat(trouble(rig.client("Sensor 12", connecting(BRIEFLY))))
                .hasMessageContaining("Bluetooth is switched off on hci0")
                .hasMessageContaining("bluetoothctl power on");
    }

    @Test
    void aMachineWithoutRadioIsSaidToHaveNone() {
        rig.bluez().removeAdapter("hci0");

        assertThat(trouble(rig.client("Sensor 12", connecting(BRIEFLY))))
                .hasMessageContaining("BlueZ has no Bluetooth adapter");
    }

    @Test
    void whoConnectsDoesNotScanAtTheSameTime() throws Exception {
        rig.device("Sensor 12");
        rig.device("Sensor 13");

        get(rig.client("Sensor 12").os().echo("hello"));
        get(rig.client("Sensor 13").os().echo("hello"));

        assertThat(rig.bluez().adapter("hci0").scansWhileConnecting()).isZero();
    }

    @Test
    void twoNamesOfOneDeviceAreNotTwoLines() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");
        get(rig.client("Sensor 12").os().echo("hello"));

        assertThat(failure(
                        rig.client(sensor.address(), connecting(BRIEFLY)).os().echo("hello")))
                .hasMessageContaining("the device is in use under another name");
    }

    /** Hears nothing of what it is told. */
    private static final class Deaf implements BleCentralListener, BleLinkListener {
        @Override
        public void seen(BlePeer peer) {
            // looked up instead
        }

        @Override
        public void notified(byte[] chunk) {
            // nothing was asked
        }

        @Override
        public void lost(String reason) {
            // it is not used any more
        }
    }
}
