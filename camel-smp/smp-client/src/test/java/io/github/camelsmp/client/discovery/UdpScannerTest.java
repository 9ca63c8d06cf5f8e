package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpScannerTest {

    private AskedHost host;

    @BeforeEach
    void startHost() throws IOException {
        host = AskedHost.withServer("127.0.0.1", 0);
    }

    @AfterEach
    void stopHost() {
        host.close();
    }

    @Test
    void findsTheHostThatAnswersAmongThoseThatDoNot() {
        try (DeviceScanner scanner = scanner("127.0.0.0/29:" + host.port())) {
            assertThat(scanner.scan(Set.of())).singleElement().satisfies(found -> {
                assertThat(found.address()).hasToString("udp:127.0.0.1:" + host.port());
                assertThat(found.name()).isEqualTo("127.0.0.1");
                assertThat(found.probe()).contains(ProbeResult.answered(Optional.of(new McumgrParameters(2048, 4))));
            });
        }
    }

    @Test
    void findsAHostByItsName() {
        try (DeviceScanner scanner = scanner("localhost:" + host.port())) {
            assertThat(scanner.scan(Set.of())).extracting(FoundDevice::name).containsExactly("localhost");
        }
    }

    @Test
    void countsAHostWithTwoNamesOnce() {
        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port() + ",localhost:" + host.port())) {
            assertThat(scanner.scan(Set.of())).extracting(FoundDevice::name).containsExactly("127.0.0.1");
        }
    }

    @Test
    void findsAServerThatKnowsNoParameters() {
        host.behave(request ->
                AskedHost.answer(request, CborMap.builder().put("rc", 8).build()));

        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            assertThat(scanner.scan(Set.of()))
                    .extracting(FoundDevice::probe)
                    .containsExactly(Optional.of(ProbeResult.answered(Optional.empty())));
        }
    }

    @Test
    void findsNoServerInWhatSpeaksAnotherProtocol() {
        host.behave(request -> "220 ready".getBytes());

        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            assertThat(scanner.scan(Set.of())).isEmpty();
        }
    }

    @Test
    void keepsAHostThatMissesAQuestionOrTwo() {
        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            scanner.scan(Set.of());
            host.behave(request -> AskedHost.NOTHING);

            assertThat(scanner.scan(Set.of())).hasSize(1);
            assertThat(scanner.scan(Set.of())).hasSize(1);
        }
    }

    @Test
    void losesAHostThatIsSilentForGood() {
        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            scanner.scan(Set.of());
            host.behave(request -> AskedHost.NOTHING);
            for (int question = 1; question < 4; question++) {
                scanner.scan(Set.of());
            }

            assertThat(scanner.scan(Set.of())).isEmpty();
        }
    }

    @Test
    void findsAHostAgainThatWasLost() {
        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            host.behave(request -> AskedHost.NOTHING);
            for (int question = 1; question < 6; question++) {
                scanner.scan(Set.of());
            }
            host.behave(AskedHost::parameters);

            assertThat(scanner.scan(Set.of())).hasSize(1);
        }
    }

    @Test
    void leavesThoseInPeaceThatSomeoneWorksOn() {
        try (DeviceScanner scanner = scanner("127.0.0.1:" + host.port())) {
            scanner.scan(Set.of(new SmpAddress("udp", "127.0.0.1:" + host.port())));

            assertThat(host.asked()).isZero();
        }
    }

    @Test
    void reportsOnlyHostsWhoseNameIsWanted() {
        DeviceFilter filter = DeviceFilter.ALL.withName(Pattern.compile("192\\.0\\.2\\..*"));
        try (DeviceScanner scanner = new UdpScanner(List.of("127.0.0.1:" + host.port()), Optional.empty(), filter)) {
            assertThat(scanner.scan(Set.of())).isEmpty();
        }
    }

    @Test
    void saysThatNotASingleHostCanBeAsked() {
        try (DeviceScanner scanner = scanner("255.255.255.255")) {
            assertThatThrownBy(() -> scanner.scan(Set.of()))
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessageContaining("udp:*");
        }
    }

    @Test
    void asksTheOthersWhenOneCannotBeAsked() {
        try (DeviceScanner scanner = scanner("255.255.255.255,127.0.0.1:" + host.port())) {
            assertThat(scanner.scan(Set.of())).hasSize(1);
        }
    }

    @Test
    void wantsToKnowWhereToAsk() {
        DeviceScannerProvider provider = DeviceScannerProvider.of("udp");

        assertThatThrownBy(() -> provider.create(DiscoveryOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hosts=");
    }

    private static DeviceScanner scanner(String hosts) {
        return DeviceScannerProvider.of("udp").create(DiscoveryOptions.DEFAULT.withHosts(hosts));
    }
}
