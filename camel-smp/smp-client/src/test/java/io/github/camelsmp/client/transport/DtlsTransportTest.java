package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.DatagramSecurity.Certificates;
import io.github.camelsmp.protocol.transport.DatagramSecurity.PreSharedKey;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against OpenSSL's DTLS server with a simulated device behind it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DtlsTransportTest {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private static final DatagramSecurity SHARED =
            new PreSharedKey("gateway", HexFormat.of().parseHex(KEY));
    private static final int IPV4_UDP_AND_RECORD_HEADERS = 28 + 13;

    private final SmpResources resources = SmpResources.create();
    private final SimulatedDevice device = SimulatedDevice.builder("dtls")
            .running(FirmwareImage.ofSize("1.0.0", 20_000))
            .build();

    @TempDir
    private Path folder;

    @BeforeAll
    static void openSslIsThere() {
        assumeTrue(OpenSslServer.isPossible(), "no Linux with openssl");
    }

    @AfterEach
    void close() {
        resources.close();
        device.close();
    }

    private OpenSslServer keyServer(int port, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-nocert", "-psk_identity", "gateway", "-psk", KEY));
        arguments.addAll(List.of(more));
        return new OpenSslServer(device, port, arguments);
    }

    private static SmpClientOptions options(DatagramSecurity security) {
        SmpClientOptions options = SmpClientOptions.DEFAULT;
        return options.withTransport(options.transport().withSecurity(security))
                .withRequestTimeout(Duration.ofMillis(700))
                .withWindow(1);
    }

    private SmpConnection connection(String host, int port, DatagramSecurity security) {
        return resources.connection(new SmpAddress("udp", host + ":" + port), options(security));
    }

    @ParameterizedTest
    @CsvSource({
        "PSK-AES128-CCM8, 16",
        "PSK-AES128-CCM, 24",
        "PSK-AES128-GCM-SHA256, 24",
        "PSK-AES128-CBC-SHA256, 65",
        "ECDHE-PSK-AES128-CBC-SHA256, 65"
    })
    void echoesWithAKeyThatBothSidesKnow(String suite, int expansion) throws Exception {
        int port = OpenSslServer.freePort();
        try (OpenSslServer server = keyServer(port, "-cipher", suite + ":@SECLEVEL=0")) {
            SmpConnection connection = connection("127.0.0.1", port, SHARED);

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(1500 - IPV4_UDP_AND_RECORD_HEADERS - expansion);
        }
    }

    @Test
    void upgradesADevice() throws Exception {
        int port = OpenSslServer.freePort();
        byte[] image = FirmwareImage.ofSize("2.0.0", 30_000).bytes();
        try (OpenSslServer server = keyServer(port);
                SmpClient client = SmpClient.of("udp:127.0.0.1:" + port, options(SHARED), resources)) {

            assertThat(client.upgrade(FirmwareImages.of(image).get(0)).join().outcome())
                    .isEqualTo(Outcome.UPGRADED);
            assertThat(device.runningVersion()).contains("2.0.0");
        }
    }

    @Test
    void aDeviceThatForgotTheSessionIsFoundAgainAfterARequestWentUnanswered() throws Exception {
        int port = OpenSslServer.freePort();
        SmpConnection connection = resources.connection(
                new SmpAddress("udp", "127.0.0.1:" + port), options(SHARED).withRetries(0));
        try (OpenSslServer before = keyServer(port)) {
            connection.send(new Echo("before")).join();
        }

        try (OpenSslServer after = keyServer(port)) {
            assertThatThrownBy(connection.send(new Echo("unheard"))::join)
                    .cause()
                    .isInstanceOf(SmpTimeoutException.class);
            assertThat(connection.send(new Echo("after")).join().text()).isEqualTo("after");
        }
        assertThat(connection.counters().connects()).isEqualTo(2);
    }

    @Test
    void aKeyTheDeviceDoesNotKnowIsNamedAsTheReason() throws Exception {
        int port = OpenSslServer.freePort();
        DatagramSecurity wrong = new PreSharedKey("gateway", new byte[] {1, 2, 3, 4});
        try (OpenSslServer server = keyServer(port)) {
            assertThatThrownBy(connection("127.0.0.1", port, wrong).connect()::join)
                    .cause()
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessageStartingWith("udp:127.0.0.1:" + port)
                    .hasMessageContaining("key");
        }
    }

    @Test
    void aPortNobodyListensOnIsNamedAsTheReason() throws Exception {
        int port = OpenSslServer.freePort();

        assertThatThrownBy(connection("127.0.0.1", port, SHARED).connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("nobody listens on port " + port);
    }

    @Test
    void aDeviceThatSpeaksNoDtlsIsGivenUpBeforeTheLineIs() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            SmpClientOptions options = options(SHARED);
            SmpConnection connection = resources.connection(
                    new SmpAddress("udp", "127.0.0.1:" + silent.getLocalPort()),
                    options.withTransport(options.transport().withConnectTimeout(Duration.ofSeconds(6))));

            assertThatThrownBy(connection.connect()::join)
                    .cause()
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessageContaining("nobody answers the DTLS handshake");
        }
    }

    @Test
    void echoesWithCertificatesOnBothSides() throws Exception {
        int port = OpenSslServer.freePort();
        TestAuthority authority = new TestAuthority(folder).issue("localhost").issue("gateway");
        Certificates certificates = new Certificates(authority.client(authority, "gateway"));
        try (OpenSslServer server = new OpenSslServer(device, port, authority.server("localhost"))) {

            assertThat(connection("localhost", port, certificates)
                            .send(new Echo("hello"))
                            .join()
                            .text())
                    .isEqualTo("hello");
        }
    }

    @Test
    void aDeviceOfAnotherAuthorityIsRefused() throws Exception {
        int port = OpenSslServer.freePort();
        TestAuthority ours = new TestAuthority(folder.resolve("ours")).issue("gateway");
        TestAuthority theirs = new TestAuthority(folder.resolve("theirs")).issue("localhost");
        Certificates certificates = new Certificates(ours.client(ours, "gateway"));
        try (OpenSslServer server = new OpenSslServer(device, port, theirs.server("localhost"))) {

            assertThatThrownBy(connection("localhost", port, certificates).connect()::join)
                    .cause()
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessageContaining("a certificate was refused");
        }
    }

    @Test
    void aDeviceOfAnotherNameIsRefused() throws Exception {
        int port = OpenSslServer.freePort();
        TestAuthority authority = new TestAuthority(folder).issue("pump").issue("gateway");
        Certificates certificates = new Certificates(authority.client(authority, "gateway"));
        try (OpenSslServer server = new OpenSslServer(device, port, authority.server("pump"))) {

            assertThatThrownBy(connection("localhost", port, certificates).connect()::join)
                    .cause()
                    .hasMessageContaining("it is that of pump, not of localhost");
        }
    }

    @Test
    void aClientOfAnotherAuthorityIsToldSo() throws Exception {
        int port = OpenSslServer.freePort();
        TestAuthority ours = new TestAuthority(folder.resolve("ours")).issue("gateway");
        TestAuthority theirs = new TestAuthority(folder.resolve("theirs")).issue("localhost");
        Certificates certificates = new Certificates(theirs.client(ours, "gateway"));
        try (OpenSslServer server = new OpenSslServer(device, port, theirs.server("localhost"))) {

            assertThatThrownBy(connection("localhost", port, certificates).connect()::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(SmpTransportException.class)
                    .hasMessageContaining("certificate");
        }
    }

    @Test
    void noTextShowsTheKey() {
        assertThat(options(SHARED).toString()).contains("gateway").doesNotContain(KEY);
    }
}
