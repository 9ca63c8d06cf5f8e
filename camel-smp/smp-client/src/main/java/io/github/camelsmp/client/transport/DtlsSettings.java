package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.transport.DatagramSecurity.Certificates;
import io.github.camelsmp.protocol.transport.DatagramSecurity.PreSharedKey;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.KeyManagerCertificateProvider;

/** What a DTLS session is begun with. */
final class DtlsSettings {
    /** Flights that nobody answers are sent so often again, each time after twice the pause. */
    private static final int RETRANSMISSIONS = 3;

    /** A first pause and all that follow, in first pauses: 1 + 2 + 4 + 8. */
    private static final int PAUSES = (1 << (RETRANSMISSIONS + 1)) - 1;

    /** Forward secrecy first, then what the smallest devices have; TLS libraries for them are often built with CBC alone. */
    private static final List<CipherSuite> FOR_KEYS = List.of(
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256,
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
            CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_PSK_WITH_AES_256_GCM_SHA378,
            CipherSuite.TLS_PSK_WITH_AES_128_CCM,
            CipherSuite.TLS_PSK_WITH_AES_256_CCM,
            CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
            CipherSuite.TLS_PSK_WITH_AES_256_CCM_8,
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256,
            CipherSuite.TLS_PSK_WITH_AES_128_CBC_SHA256);

    private static final List<CipherSuite> FOR_CERTIFICATES = List.of(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256);

    private DtlsSettings() {}

    /** The credentials are of no use; the message says why. */
    static final class BadCredentials extends Exception {
        private static final long serialVersionUID = 1L;

        private BadCredentials(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @param target whose name, if it is one, the certificate of the device has to show */
    static DtlsConnectorConfig of(HostAndPort target, TransportOptions options) throws BadCredentials {
        DtlsConnectorConfig.Builder settings = DtlsConnectorConfig.builder(new Configuration(DtlsConfig.DEFINITIONS))
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 0)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, 1)
                .set(DtlsConfig.DTLS_MAX_TRANSMISSION_UNIT, options.mtu())
                .set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false)
                .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, RETRANSMISSIONS)
                .set(
                        DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT,
                        firstPause(options.connectTimeout()).toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            if (options.security() instanceof PreSharedKey shared) {
                settings.setAdvancedPskStore(new AdvancedSinglePskStore(shared.identity(), shared.key()))
                        .set(DtlsConfig.DTLS_CIPHER_SUITES, FOR_KEYS);
            } else if (options.security() instanceof Certificates certificates) {
                add(certificates, target, settings);
            }
            return settings.build();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new BadCredentials("the credentials for DTLS are of no use: " + e.getMessage(), e);
        }
    }

    /** The last flight is given up a little before the line is. */
    private static Duration firstPause(Duration connectTimeout) {
        Duration pause = connectTimeout.multipliedBy(4).dividedBy(5L * PAUSES);
        return pause.toMillis() < 1 ? Duration.ofMillis(1) : pause;
    }

    private static void add(Certificates certificates, HostAndPort target, DtlsConnectorConfig.Builder settings)
            throws GeneralSecurityException, IOException {
        List<CipherSuite> suites = certificates.source().cipherSuites().stream()
                .map(DtlsSettings::suite)
                .toList();
        settings.set(DtlsConfig.DTLS_CIPHER_SUITES, suites.isEmpty() ? FOR_CERTIFICATES : suites)
                .setAdvancedCertificateVerifier(
                        new DeviceCertificateCheck(target, certificates.source().trustManagers()));
        certificates
                .source()
                .keyManagers()
                .forEach(manager -> settings.setCertificateIdentityProvider(
                        new KeyManagerCertificateProvider(manager, CertificateType.X_509)));
    }

    private static CipherSuite suite(String name) {
        CipherSuite suite = CipherSuite.getTypeByName(name);
        if (suite == null) {
            throw new IllegalArgumentException("there is no cipher suite '" + name + "' for DTLS 1.2");
        }
        return suite;
    }
}
