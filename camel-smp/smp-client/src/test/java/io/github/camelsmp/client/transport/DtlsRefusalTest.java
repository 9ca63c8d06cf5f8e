package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.transport.DatagramSecurity;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to people when there is no DTLS session, and what is wrong before there is a device. */
class DtlsRefusalTest {
    private static final String DEVICE = "udp:192.0.2.7:1337";
    private static final HostAndPort TARGET = new HostAndPort("board.example", 1337);

    /** Trusts nobody, and nobody in particular. */
    private static final class NobodysTrust implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private record Source(List<X509TrustManager> trustManagers, List<String> cipherSuites)
            implements DatagramSecurity.CertificateSource {
        @Override
        public List<X509KeyManager> keyManagers() {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_PSK_IDENTITY, the device does not know this identity",
        "BAD_RECORD_MAC, our credentials were refused",
        "DECRYPT_ERROR, our credentials were refused",
        "HANDSHAKE_FAILURE, there is no cipher suite or kind of credentials that both sides have",
        "INSUFFICIENT_SECURITY, there is no cipher suite or kind of credentials that both sides have",
        "PROTOCOL_VERSION, the device does not speak DTLS 1.2",
        "BAD_CERTIFICATE, a certificate was refused",
        "UNKNOWN_CA, a certificate was refused",
        "INTERNAL_ERROR, INTERNAL_ERROR"
    })
    void anAlertIsExplained(AlertDescription alert, String explanation) {
        var refused = new HandshakeException("no", new AlertMessage(AlertLevel.FATAL, alert));

        assertThat(DtlsFailure.of(DEVICE, refused))
                .hasMessageStartingWith(DEVICE + ": the DTLS handshake failed, " + explanation)
                .hasMessageEndingWith(": no")
                .hasCause(refused);
    }

    @Test
    void whateverElseGoesWrongIsToldAsItIs() {
        assertThat(DtlsFailure.of(DEVICE, new IllegalStateException("odd"))).hasMessage(DEVICE + ": DTLS failed: odd");
    }

    @Test
    void certificatesNeedSomebodyWhoJudgesThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceCertificateCheck(TARGET, List.of()))
                .withMessage("there is no trust manager to judge certificates");
    }

    @Test
    void aDeviceThatShowsNoCertificateIsRefused() {
        var check = new DeviceCertificateCheck(TARGET, List.of(new NobodysTrust()));

        var result = check.verifyCertificate(
                ConnectionId.EMPTY, null, null, false, true, true, new CertificateMessage(List.<X509Certificate>of()));

        assertThat(result.getException()).hasMessage("the device shows no certificate");
        assertThat(check.getAcceptedIssuers()).isEmpty();
    }

    @Test
    void credentialsOfNoUseAreRefusedBeforeALineIsOpened() {
        assertThatThrownBy(() -> DtlsSettings.of(TARGET, secured(new Source(List.of(), List.of()))))
                .hasMessage("the credentials for DTLS are of no use: there is no trust manager to judge certificates");
        assertThatThrownBy(() ->
                        DtlsSettings.of(TARGET, secured(new Source(List.of(new NobodysTrust()), List.of("TLS_ODD")))))
                .hasMessage("the credentials for DTLS are of no use: there is no cipher suite 'TLS_ODD' for DTLS 1.2");
    }

    @Test
    void aCipherSuiteThatIsNamedIsUsed() throws Exception {
        String suite = "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8";

        var settings = DtlsSettings.of(TARGET, secured(new Source(List.of(new NobodysTrust()), List.of(suite))));

        assertThat(settings.getSupportedCipherSuites()).extracting(Enum::name).containsExactly(suite);
    }

    private static TransportOptions secured(Source source) {
        return TransportOptions.DEFAULT
                .withSecurity(new DatagramSecurity.Certificates(source))
                .withConnectTimeout(Duration.ofMillis(1));
    }
}
