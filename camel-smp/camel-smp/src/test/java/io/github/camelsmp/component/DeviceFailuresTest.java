package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.server.Verdict;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong between a route and a device: the exception says what to do, and the next exchange works. */
@Timeout(120)
class DeviceFailuresTest extends DeviceTestSupport {

    /** The first line of a JVM takes its time to open on a machine that is busy. */
    private static final String IMPATIENT = "requestTimeout=100&connectTimeout=1500&retries=1&reconnectDelay=50";

    private int deafPort;
    private DatagramSocket deaf;

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.poweredOff();
    }

    @Override
    protected void setupResources() {
        super.setupResources();
        try {
            deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            deafPort = deaf.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected void cleanupResources() {
        deaf.close();
        super.cleanupResources();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri(IMPATIENT));
                from("direct:to").toD("smp:${header.device}?operation=echo&" + IMPATIENT);
            }
        };
    }

    private Object echoOn(String address) throws Exception {
        return bodyOf(template.request("direct:to", exchange -> {
            exchange.getMessage().setBody("hello");
            exchange.getMessage().setHeader("device", address);
        }));
    }

    @Test
    void aDeviceThatIsOffAtStartAnswersOnceItIsOn() throws Exception {
        assertThatThrownBy(() -> askFor(SmpOperation.parameters))
                .isInstanceOf(SmpTimeoutException.class)
                .hasMessageContaining(line.address());

        device.powerOn();

        assertThat(askFor(SmpOperation.parameters)).isNotNull();
    }

    @Test
    void aDeviceThatNeverAnswersIsNamedWithWhatWasAskedHowOftenAndForHowLong() {
        assertThatThrownBy(() -> echoOn("udp:127.0.0.1:" + deafPort))
                .isInstanceOfSatisfying(SmpTimeoutException.class, timeout -> {
                    assertThat(timeout.address()).contains("udp:127.0.0.1:" + deafPort);
                    assertThat(timeout.transmissions()).isPositive();
                    assertThat(timeout.waited()).isPositive();
                })
                .hasMessageContaining("echo")
                .hasMessageContaining("127.0.0.1:" + deafPort);
    }

    @Test
    void aWrongPortIsNamed() throws Exception {
        int port = freeUdpPort();

        assertThatThrownBy(() -> echoOn("udp:127.0.0.1:" + port))
                .isInstanceOf(SmpException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void aRefusedConnectionIsALineThatCouldNotBeOpened() throws Exception {
        int port = freeTcpPort();

        assertThatThrownBy(() -> echoOn("tcp:127.0.0.1:" + port))
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("tcp:127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    @Test
    void aMissingSerialPortIsNamed() {
        assertThatThrownBy(() -> echoOn("serial:/dev/not-plugged-in"))
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("/dev/not-plugged-in");
    }

    @Test
    void aRefusalOfTheDeviceSaysWhatToDo() throws Exception {
        device.powerOn();

        assertThatThrownBy(() -> bodyOf(send(exchange -> {
                    exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.imageErase);
                    exchange.getMessage().setHeader(SmpConstants.SLOT, 0);
                })))
                .isInstanceOfSatisfying(SmpErrorException.class, error -> {
                    assertThat(error.codeName()).isEqualTo("NO_FREE_SLOT");
                    assertThat(error.error().advice()).isPresent();
                })
                .hasMessageContaining(line.address());

        assertThat(askFor(SmpOperation.imageList)).isNotNull();
    }

    @Test
    void aMissingArgumentIsNamedAndNothingIsSent() throws Exception {
        device.powerOn();
        assertThat(askFor(SmpOperation.parameters)).isNotNull();
        long before = device.traffic().requests();

        assertThatThrownBy(() -> askFor(SmpOperation.imageTest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelSmpHash");

        assertThat(device.traffic().requests()).isEqualTo(before);
        assertThat(askFor(SmpOperation.parameters)).isNotNull();
    }

    @Test
    void anAddressInAHeaderThatIsNoneIsNamed() {
        assertThatThrownBy(() -> bodyOf(send(exchange -> {
                    exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.echo);
                    exchange.getMessage().setHeader(SmpConstants.ADDRESS, "somewhere");
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("somewhere");
    }

    @Test
    void aHeaderGivesOneExchangeMoreTime() throws Exception {
        device.powerOn();
        assertThat(askFor(SmpOperation.parameters)).isNotNull();
        device.intercept(request -> Verdict.answerLate(Duration.ofMillis(400)));

        assertThatThrownBy(() -> askFor(SmpOperation.applicationInfo)).isInstanceOf(SmpTimeoutException.class);

        assertThat(bodyOf(send(exchange -> {
                    exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.applicationInfo);
                    exchange.getMessage().setHeader(SmpConstants.TIMEOUT, "5s");
                })))
                .isEqualTo("Zephyr");
    }

    @Test
    void anExchangeThatFailedDoesNotHurtTheOthers() throws Exception {
        try (SimulatedDevice second = SimulatedDevice.builder("board-2").build()) {
            assertThatThrownBy(() -> askFor(SmpOperation.parameters)).isInstanceOf(SmpTimeoutException.class);

            assertThat(echoOn(second.address())).isEqualTo("hello");
        }
    }

    private static int freeUdpPort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int freeTcpPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
