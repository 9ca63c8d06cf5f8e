package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection and a whole device, over real sockets. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SimulatorTest {
    private static final SmpClientOptions QUICK =
            SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(200)).withRetries(20);

    private final SmpResources resources = SmpResources.create();
    private final SimulatedDevice device = SimulatedDevice.builder("client-board")
            .buffers(1024, 4)
            .running(FirmwareImage.ofSize("1.2.3", 20_000))
            .build();

    @AfterEach
    void closeAll() {
        resources.close();
        device.close();
    }

    private SmpConnection connection(String address, SmpClientOptions options) {
        return resources.connection(SmpAddress.parse(address), options);
    }

    private void echoesAll(SmpConnection connection, int count) {
        var answers = IntStream.range(0, count)
                .mapToObj(i -> connection.send(new Echo("echo " + i)))
                .toList();
        for (int i = 0; i < count; i++) {
            assertThat(answers.get(i).join().text()).isEqualTo("echo " + i);
        }
    }

    @Test
    void aDeviceInThisProcessIsFoundByItsName() {
        SmpConnection connection = connection(device.address(), SmpClientOptions.DEFAULT);

        echoesAll(connection, 100);

        assertThat(connection.send(new ImageGroup.StateRead()).join().images()).hasSize(1);
    }

    @Test
    void aThousandEchoesOverUdpAreAnsweredWithoutARetransmission() {
        SmpConnection connection = connection(device.listenUdp(0).address(), SmpClientOptions.DEFAULT);

        echoesAll(connection, 1000);

        assertThat(connection.counters().retransmissions()).isZero();
        assertThat(device.traffic().withoutBuffer()).isZero();
    }

    @Test
    void everyRequestIsAnsweredOverALinkThatLosesDoublesAndReorders() {
        device.impair(
                Impairment.both(Way.CLEAN.withLoss(0.1).withDuplication(0.1).withReordering(0.1)));
        SmpConnection connection = connection(device.listenUdp(0).address(), QUICK);

        echoesAll(connection, 200);

        assertThat(connection.counters().retransmissions()).isPositive();
        assertThat(connection.counters().lateAnswers()).isPositive();
    }

    @Test
    void everyRequestIsAnsweredOverASerialLineThatCorrupts() {
        device.impair(Impairment.both(Way.CLEAN.withCorruption(0.05)));
        SmpConnection connection = connection(device.listenTcp(0).address(), QUICK);

        echoesAll(connection, 100);

        assertThat(connection.counters().discardedFrames()).isPositive();
    }

    @Test
    void everyRequestIsAnsweredOverARawSerialLineThatLosesBytes() {
        device.impair(Impairment.NONE.withToDevice(Way.CLEAN.withLoseEvery(7)));
        String address = device.listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Framing.RAW)
                .address();
        SmpConnection connection =
                connection(address, QUICK.withTransport(TransportOptions.DEFAULT.withFraming(Framing.RAW)));

        echoesAll(connection, 30);

        assertThat(connection.counters().retransmissions()).isPositive();
    }

    @Test
    void aDeviceThatLosesItsPowerIsDisconnectedAndFoundAgain() throws Exception {
        SmpConnection connection = connection(device.listenUdp(0).address(), QUICK.withRetries(2));
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        connection.listen(new SmpConnectionListener() {
            @Override
            public void connected(Optional<McumgrParameters> parameters) {
                events.add("connected");
            }

            @Override
            public void disconnected(SmpTransportException reason) {
                events.add("disconnected");
            }
        });
        connection.keepOpen();
        assertThat(events.take()).isEqualTo("connected");

        device.powerOff();
        assertThat(connection.send(new Echo("hello"))).failsWithin(Duration.ofMinutes(1));
        assertThat(events.take()).isEqualTo("disconnected");
        device.powerOn();

        assertThat(events.take()).isEqualTo("connected");
        assertThat(connection.state()).isEqualTo(State.CONNECTED);
    }
}
