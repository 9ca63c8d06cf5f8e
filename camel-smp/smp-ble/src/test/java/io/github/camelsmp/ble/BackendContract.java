package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.Air;
import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.ShellGroup;
import io.github.camelsmp.simulator.line.RadioLink;
import io.github.camelsmp.simulator.server.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every backend has to bring, tried with simulated devices. A backend of your own passes when a test class that
 * extends this hands it an {@link Air}.
 */
public abstract class BackendContract<A extends Air> extends RigTest<A> {

    private static final Duration BRIEFLY = Duration.ofSeconds(2);
    private static final int BURST = 2000;
    private static final int CYCLES = 10;

    /** @param air new for every test */
    protected BackendContract(A air) {
        super(air);
    }

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
    void aNameThatTwoDevicesHaveIsRefusedWithTheirAddresses() {
        FakePeripheral one = rig.device("Sensor");
        FakePeripheral other = new FakePeripheral(
                rig.simulated(), "Sensor", "C0:00:00:00:00:77", one.line().link(), false);
        air.add(other);

        assertThat(trouble(rig.client("Sensor", connecting(BRIEFLY))))
                .hasMessageContaining("2 devices are named 'Sensor'")
                .hasMessageContaining(one.address())
                .hasMessageContaining(other.address());
    }

    @Test
    void twoNamesOfOneDeviceAreNotTwoLines() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");
        get(rig.client("Sensor 12").os().echo("hello"));

        assertThat(failure(
                        rig.client(sensor.address(), connecting(BRIEFLY)).os().echo("hello")))
                .hasMessageContaining("the device is in use under another name");
    }

    @Test
    void aLineThatBreaksWhileNothingIsAskedIsOpenedForTheNextRequest() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.os().echo("one"));

        sensor.line().cut();
        await().until(() -> client.connection().state() != State.CONNECTED);

        assertThat(get(client.os().echo("two"))).isEqualTo("two");
        assertThat(sensor.connects()).isEqualTo(2);
    }

    @Test
    void aRequestThatMayBeRepeatedOutlivesTheLineItWasWaitingOn() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.connection().connect());
        rig.simulated().intercept(request -> Verdict.loseRequest());

        CompletableFuture<String> echo = client.os().echo("hello");
        await().until(() -> sensor.writes().size() == 4);
        rig.simulated().intercept(request -> Verdict.execute());
        sensor.line().cut();

        assertThat(get(echo)).isEqualTo("hello");
    }

    @Test
    void aRequestThatMayNotBeRepeatedFailsWithTheLine() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.connection().connect());
        rig.simulated().intercept(request -> Verdict.loseRequest());

        CompletableFuture<?> shell = client.send(new ShellGroup.Execute(List.of("reboot")));
        await().until(() -> sensor.writes().size() == 4);
        sensor.line().cut();

        assertThat(failure(shell))
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("was interrupted: the device ended the connection, or is out of reach");
    }

    @Test
    void aLineThatBreaksInTheMiddleOfAMessageLeavesNothingBehind() throws Exception {
        FakePeripheral sensor = rig.device("Sensor", RadioLink.DEFAULT, true, device -> device);
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        String text = "x".repeat(1000);
        get(client.connection().connect());

        sensor.cutAfterWrites(2);

        assertThat(get(client.os().echo(text))).isEqualTo(text);
        assertThat(sensor.connects()).isEqualTo(2);
    }

    @Test
    void aLostPartOfAMessageIsForgottenBeforeTheMessageIsSentAgain() throws Exception {
        FakePeripheral sensor = rig.device("Sensor", RadioLink.DEFAULT, true, device -> device);
        SmpClient client =
                rig.client("Sensor", connecting(Duration.ofSeconds(10)).withRequestTimeout(Duration.ofMillis(300)));
        String text = "x".repeat(1000);
        get(client.connection().connect());
        loseSecondWrite(sensor);

        assertThat(get(client.os().echo(text))).isEqualTo(text);

        assertThat(sensor.connects()).isEqualTo(1);
        assertThat(sensor.subscriptions()).isEqualTo(2);
    }

    private static void loseSecondWrite(FakePeripheral sensor) {
        int[] count = {0};
        sensor.line().lose(write -> ++count[0] == 2);
    }

    @Test
    void aDeviceThatOffersNoSmpIsSaidToBeNoServer() {
        FakePeripheral sensor = rig.device("Sensor").offersNothing();

        assertThat(trouble(rig.client("Sensor", connecting(Duration.ofSeconds(4)))))
                .hasMessageContaining("the device is no SMP server");
        await().until(sensor.line()::isAdvertising);
    }

    @Test
    void aRadioThatIsGoneAndBackIsFoundAgain() throws Exception {
        rig.device("Sensor");
        SmpClient client = rig.client("Sensor", connecting(Duration.ofSeconds(10)));
        get(client.os().echo("one"));

        air.restart();

        assertThat(get(client.os().echo("two"))).isEqualTo("two");
    }

    @Test
    void aMessageOfAlmostSixHundredBytesIsThreeWritesAndItsAnswerThreeNotifications() throws Exception {
        FakePeripheral peripheral = rig.device("Sensor", RadioLink.DEFAULT, true, made -> made.buffers(600, 4));
        SmpClient client = rig.client("Sensor");
        String text = "x".repeat(584);

        get(client.os().echo(""));
        peripheral.writes().clear();

        assertThat(get(client.os().echo(text))).isEqualTo(text);
        assertThat(peripheral.writes()).containsExactly(244, 244, 110);
    }

    @Test
    void aDeviceThatReturnsUnderAnotherAddressIsUpgraded() throws Exception {
        FakePeripheral sensor =
                rig.device("Sensor", RadioLink.DEFAULT, true, made -> made.resetDelay(Duration.ofMillis(50)));
        sensor.addressAfterReset("C0:00:00:00:00:99");
        byte[] file = io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 0x1000)
                .bytes();

        UpgradeResult result = get(rig.client("Sensor").upgrade(FirmwareImage.of(file)));

        assertThat(result.outcome()).isEqualTo(UpgradeResult.Outcome.UPGRADED);
        assertThat(sensor.address()).isEqualTo("C0:00:00:00:00:99");
    }

    @ParameterizedTest
    @CsvSource({"23, 20", "65, 62", "247, 244", "512, 509", "517, 509"})
    void aWriteIsAsLargeAsTheConnectionAllows(int mtu, int write) throws Exception {
        FakePeripheral sensor = rig.device("Sensor", RadioLink.DEFAULT.withMtu(mtu), true, made -> made);

        try (BleCentral central = open();
                BleLink link = connect(central, sensor, new Heard())) {
            assertThat(link.largestWrite()).isEqualTo(write);
        }
    }

    @Test
    void aWriteIsSmallWhereNobodyTellsWhatTheConnectionAllows() throws Exception {
        FakePeripheral sensor = rig.device("Sensor").hidesMtu();

        try (BleCentral central = open();
                BleLink link = connect(central, sensor, new Heard())) {
            assertThat(link.largestWrite()).isEqualTo(20);
        }
    }

    @Test
    void aBurstOfNotificationsArrivesWholeAndInOrder() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        List<byte[]> numbered = IntStream.range(0, BURST)
                .mapToObj(number -> ByteBuffer.allocate(244).putInt(number).array())
                .toList();
        Heard heard = new Heard();

        try (BleCentral central = open();
                BleLink link = connect(central, sensor, heard)) {
            sensor.burst(numbered);

            await().until(() -> heard.notifications().size() >= BURST);
            assertThat(link.largestWrite()).isEqualTo(244);
        }

        assertThat(heard.notifications()).containsExactlyElementsOf(numbered);
    }

    @Test
    void aLinkThatIsLostSaysSoOnceAndTakesNoMoreWrites() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        Heard heard = new Heard();
        BleCentral central = open();
        BleLink link = connect(central, sensor, heard);

        sensor.line().cut();
        await().until(() -> !heard.losses().isEmpty());

        assertThatThrownBy(() -> link.write(new byte[10])).isInstanceOf(IOException.class);
        assertThatThrownBy(link::resubscribe).isInstanceOf(IOException.class);
        link.close();
        central.close();
        assertThat(heard.losses()).hasSize(1);
    }

    @Test
    void whoClosesALinkHearsNothingMore() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        Heard heard = new Heard();

        try (BleCentral central = open()) {
            BleLink link = connect(central, sensor, heard);
            link.close();
            link.close();
            await().until(sensor.line()::isAdvertising);
        }

        assertThat(heard.losses()).isEmpty();
        assertThat(sensor.disconnects()).isEqualTo(1);
    }

    @Test
    void closingTheRadioLetsGoOfItsDevices() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");
        BleCentral central = open();
        connect(central, sensor, new Heard());

        central.close();
        central.close();

        assertThat(sensor.line().isAdvertising()).isTrue();
    }

    @Test
    void aDeviceIsSeenWithWhatItAdvertises() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12").rssi(-71);
        Heard heard = new Heard();

        try (BleCentral central = air.backend().open(Optional.empty(), heard)) {
            central.startScan();
            await().until(() -> !heard.seen().isEmpty());
            central.stopScan();
            central.stopScan();
        }

        assertThat(heard.seen().get(0)).satisfies(peer -> {
            assertThat(peer.address()).isEqualTo(sensor.address());
            assertThat(peer.name()).isEqualTo("Sensor 12");
            assertThat(peer.services()).contains(SmpGatt.SERVICE);
            assertThat(peer.rssi().orElseThrow()).isBetween(-71, -70);
        });
    }

    @Test
    void connectionsThatAreOverLeaveNoThreadBehind() throws Exception {
        FakePeripheral sensor = rig.device("Sensor");

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            try (SmpClient client = rig.client(sensor.address())) {
                get(client.os().echo("hello"));
            }
            await().until(sensor.line()::isAdvertising);
        }

        assertThat(sensor.connects()).isEqualTo(CYCLES);
        await().until(() -> Threads.running("smp-ble-") == 0);
    }

    private BleCentral open() throws Exception {
        return air.backend().open(Optional.empty(), new Heard());
    }

    private static BleLink connect(BleCentral central, FakePeripheral wanted, BleLinkListener listener)
            throws Exception {
        central.startScan();
        await().until(() -> known(central, wanted).isPresent());
        central.stopScan();
        return central.connect(
                known(central, wanted).orElseThrow(),
                listener,
                new BleConnectOptions(OptionalInt.empty(), false, Duration.ofSeconds(10)));
    }

    private static Optional<BlePeer> known(BleCentral central, FakePeripheral wanted) throws Exception {
        return central.known().stream()
                .filter(peer -> peer.address().equals(wanted.address()))
                .findFirst();
    }
}
