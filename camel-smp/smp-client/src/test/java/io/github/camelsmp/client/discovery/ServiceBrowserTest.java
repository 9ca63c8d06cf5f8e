package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that announce themselves by multicast DNS, on the loopback interface. */
@Timeout(120)
class ServiceBrowserTest {

    private static final String TYPE = "_mcumgr-test._udp";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private AskedHost host;
    private JmDNS announcer;

    @BeforeEach
    void startHost() throws IOException {
        host = AskedHost.withServer(LOOPBACK.getHostAddress(), 0);
        announcer = JmDNS.create(LOOPBACK);
    }

    @AfterEach
    void stopHost() throws IOException {
        announcer.close();
        host.close();
    }

    private static DiscoveryOptions options(String type) throws IOException {
        String network = NetworkInterface.getByInetAddress(LOOPBACK).getName();
        return DiscoveryOptions.DEFAULT.withServiceType(type).withNetworkInterface(network);
    }

    private void announce(String name, int port) throws IOException {
        announcer.registerService(ServiceInfo.create(TYPE + ".local.", name, port, 0, 0, Map.of()));
    }

    private static List<FoundDevice> awaitScan(DeviceScanner scanner, int size) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> scanner.scan(Set.of()), found -> found.size() == size);
    }

    @Test
    void findsADeviceUnderTheNameItAnnouncesUntilItTakesThatBack() throws Exception {
        try (DeviceScanner scanner = new UdpScannerProvider().create(options(TYPE))) {
            announce("line-7 oven", host.port());
            FoundDevice found = awaitScan(scanner, 1).get(0);
            announcer.unregisterAllServices();

            assertThat(found.name()).isEqualTo("line-7 oven");
            assertThat(found.address()).hasToString("udp:127.0.0.1:" + host.port());
            assertThat(found.probe()).isPresent();
            assertThat(awaitScan(scanner, 0)).isEmpty();
        }
    }

    @Test
    void anAnnouncedDeviceThatDoesNotAnswerIsNotThere() throws Exception {
        try (AskedHost silent = new AskedHost(LOOPBACK.getHostAddress(), 0, request -> AskedHost.NOTHING);
                DeviceScanner scanner =
                        new UdpScannerProvider().create(options(TYPE).withHosts("127.0.0.1:" + host.port()))) {
            announce("silent", silent.port());

            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> scanner.scan(Set.of()).size() == 1 && silent.asked() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcumgr", "_mcumgr._tcp", "_mcumgr._udp.example.org", "_a name._udp"})
    void saysWhichServiceTypeIsNone(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpScannerProvider().create(options(type)))
                .withMessageContaining("serviceType is '" + type + "'");
    }

    @Test
    void saysWhichNetworksThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpScannerProvider().create(options(TYPE).withNetworkInterface("none")))
                .withMessageContaining("networkInterface is 'none', there are [");
    }
}
