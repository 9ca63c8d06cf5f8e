package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.transport.DatagramSecurity.CertificateSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** A certificate authority made by OpenSSL in a folder. */
final class TestAuthority {
    private static final String PASSWORD = "sesame";

    private final Path folder;

    TestAuthority(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority"
                + " -keyout ca.key -out ca.pem");
    }

    /** Makes {@code name.key} and {@code name.pem}. */
    TestAuthority issue(String name) throws Exception {
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout " + name
                + ".key -out " + name + ".csr");
        openssl("x509 -req -days 2 -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -out " + name
                + ".pem");
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Arguments for a server that shows a certificate and asks for one of the same authority. */
    List<String> server(String name) {
        return List.of(
                "-cert",
                file(name + ".pem").toString(),
                "-key",
                file(name + ".key").toString(),
                "-CAfile",
                file("ca.pem").toString(),
                "-Verify",
                "1",
                "-verify_return_error");
    }

    /** Who trusts this authority and shows the certificate of that name, which another may have issued. */
    CertificateSource client(TestAuthority issuer, String name) throws Exception {
        return new Managers(issuer.own(name), trusted());
    }

    private KeyStore own(String name) throws Exception {
        openssl("pkcs12 -export -inkey " + name + ".key -in " + name + ".pem -out own.p12 -passout pass:" + PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file("own.p12"))) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private KeyStore trusted() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream certificate = Files.newInputStream(file("ca.pem"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        return store;
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(("openssl " + arguments).split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("openssl " + arguments + ": " + said);
        }
    }

    private record Managers(KeyStore own, KeyStore trusted) implements CertificateSource {
        @Override
        public List<X509KeyManager> keyManagers() throws GeneralSecurityException {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, PASSWORD.toCharArray());
            return List.of((X509KeyManager) factory.getKeyManagers()[0]);
        }

        @Override
        public List<X509TrustManager> trustManagers() throws GeneralSecurityException {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return List.of((X509TrustManager) factory.getTrustManagers()[0]);
        }

        @Override
        public List<String> cipherSuites() {
            return List.of();
        }
    }
}
