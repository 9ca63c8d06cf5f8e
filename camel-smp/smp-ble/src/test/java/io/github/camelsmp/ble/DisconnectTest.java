package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.transport.Bluetooth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bluez.Error;
import org.junit.jupiter.api.Test;

/** Lines that end, or do not come about, at every step. */
class DisconnectTest extends BlueZTest {

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    @Test
    void anAttemptToConnectThatFailsTwiceIsMadeThreeTimes() throws Exception {
        FakePeripheral sensor = rig.device("Sensor").failConnects(2);

        assertThat(get(rig.client("Sensor").os().echo("hello"))).isEqualTo("hello");
        assertThat(sensor.connects()).isEqualTo(1);
    }

    @Test
    void aDeviceThatNobodyCanConnectToIsSaidToBeSo() {
        rig.device("Sensor").failConnects(1000);

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("the device cannot be connected to: le-connection-abort-by-local");
    }

    @Test
    void servicesMayTakeTheirTime() throws Exception {
        rig.device("Sensor").resolvesAfter(Duration.ofMillis(700));

        assertThat(get(rig.client("Sensor").os().echo("hello"))).isEqualTo("hello");
    }

    @Test
    void attributesMayComeAfterTheWordThatTheyAreThere() throws Exception {
        rig.device("Sensor").objectsAfter(Duration.ofMillis(500));

        assertThat(get(rig.client("Sensor").os().echo("hello"))).isEqualTo("hello");
    }

    @Test
    void aDeviceThatRefusesToNotifyIsLetGoOf() {
        FakePeripheral sensor =
                rig.device("Sensor").refusesSubscription(new Error.Failed("Operation failed with ATT error: 0x11"));

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("notifications cannot be turned on: Operation failed with ATT error: 0x11");
        await().until(sensor.line()::isAdvertising);
    }

    @Test
    void aLineThatBreaksWhileItSubscribesIsGivenUpAtOnce() throws Exception {
        FakePeripheral sensor = rig.device("Sensor").subscribesAfter(Duration.ofSeconds(30));
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(20)));
        CompletableFuture<Void> connected = client.connection().connect();

        await().until(() -> sensor.connects() == 1);
        sensor.line().cut();

        assertThat(failure(connected))
                .hasMessageContaining("the device ended the connection when notifications were turned on")
                .hasMessageContaining("bluetoothctl pair " + sensor.address());
    }

    @Test
    void aSubscriptionThatHangsIsSaidToWaitForPairing() {
        rig.device("Sensor").subscribesAfter(Duration.ofSeconds(30));

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("as when pairing waits for somebody");
    }

    @Test
    void aProtectedDeviceIsSaidToWantPairing() {
        FakePeripheral sensor = rig.device("Sensor").protectedBy(12345);

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("pair it once with 'bluetoothctl pair " + sensor.address() + "'")
                .hasMessageContaining("or say the option passkey");
    }

    @Test
    void aProtectedDeviceIsPairedWithThePasskey() throws Exception {
        rig.device("Sensor").protectedBy(12345);

        assertThat(get(rig.client("Sensor", over(Bluetooth.DEFAULT.withPasskey(12345)))
                        .os()
                        .echo("hello")))
                .isEqualTo("hello");
        assertThat(air.agents()).isZero();
    }

    @Test
    void aWrongPasskeyIsSaidToBeWrongAndNotSaid() {
        rig.device("Sensor").protectedBy(12345);

        assertThat(trouble(rig.client("Sensor", over(Bluetooth.DEFAULT.withPasskey(54321)))))
                .hasMessageContaining("pairing failed, does the passkey fit?")
                .hasMessageNotContaining("54321");
    }

    @Test
    void aDaemonThatEndsIsMissed() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(BRIEFLY));
        get(client.os().echo("one"));

        air.stopDaemon();
        await().until(() -> client.connection().state() != State.CONNECTED);

        assertMissed(client, "BlueZ does not run");
    }

    @Test
    void aBusThatEndsIsMissed() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(BRIEFLY));
        get(client.os().echo("one"));

        air.stopBus();
        await().until(() -> client.connection().state() != State.CONNECTED);

        assertMissed(client, "the D-Bus system bus");
    }

    private static void assertMissed(SmpClient client, String what) {
        client.connection().keepOpen();
        await().untilAsserted(() ->
                assertThat(client.connection().trouble().orElseThrow()).hasMessageContaining(what));
    }

    @Test
    void aRadioThatIsSwitchedOffAndOnAgainGoesOn() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.os().echo("one"));

        air.adapter("hci0").power(false);
        await().until(() -> client.connection().state() != State.CONNECTED);
        air.adapter("hci0").power(true);

        assertThat(get(client.os().echo("two"))).isEqualTo("two");
    }

    @Test
    void aRadioThatIsPulledOutAndPutInAgainGoesOn() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.os().echo("one"));

        air.removeAdapter("hci0");
        await().until(() -> client.connection().state() != State.CONNECTED);
        air.addAdapter("hci0", true);

        assertThat(get(client.os().echo("two"))).isEqualTo("two");
    }

    @Test
    void aRadioThatIsSwitchedOffWhileSomebodyLooksForADeviceIsMissedAtOnce() throws Exception {
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(20)));
        CompletableFuture<Void> connected = client.connection().connect();
        await().until(air.adapter("hci0")::isDiscovering);

        air.adapter("hci0").power(false);

        assertThat(failure(connected)).hasMessageContaining("the Bluetooth adapter hci0 was switched off");
    }

    @Test
    void whoClosesLetsGoOfTheDeviceBeforeTheCallReturns() throws Exception {
        FakePeripheral sensor = rig.device("Sensor").disconnectsAfter(Duration.ofMillis(2100));
        get(rig.client("Sensor").os().echo("hello"));

        rig.closeClients();

        assertThat(sensor.disconnects()).isEqualTo(1);
        assertThat(sensor.line().isAdvertising()).isTrue();
    }
}
