package io.github.camelsmp.component;

import io.github.camelsmp.protocol.transport.DatagramSecurity.CertificateSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Certificates as Camel describes them. Key managers, trust managers and cipher suites are taken; protocols, sessions and
 * what else concerns streams has no meaning for DTLS 1.2 here. Two that come from the same parameters are equal.
 */
record SslContextCertificates(SSLContextParameters parameters) implements CertificateSource {

    /** @throws IllegalArgumentException if key store or trust store cannot be used */
    static SslContextCertificates checked(SSLContextParameters parameters, CamelContext context) {
        SslContextCertificates certificates = new SslContextCertificates(parameters);
        try {
            parameters.createSSLContext(context);
            certificates.keyManagers();
            certificates.trustManagers();
            return certificates;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new IllegalArgumentException("sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public List<X509KeyManager> keyManagers() throws GeneralSecurityException, IOException {
        KeyManager[] managers = parameters.getKeyManagers() == null
                ? new KeyManager[0]
                : parameters.getKeyManagers().createKeyManagers();
        return Stream.of(managers)
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .toList();
    }

    /** Without trust managers those of this JVM, as everywhere in Camel. */
    @Override
    public List<X509TrustManager> trustManagers() throws GeneralSecurityException, IOException {
        TrustManager[] managers = parameters.getTrustManagers() == null
                ? ofThisJvm()
                : parameters.getTrustManagers().createTrustManagers();
        return Stream.of(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .toList();
    }

    private static TrustManager[] ofThisJvm() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory.getTrustManagers();
    }

    @Override
    public List<String> cipherSuites() {
        return parameters.getCipherSuites() == null
                ? List.of()
                : List.copyOf(parameters.getCipherSuites().getCipherSuite());
    }
}
