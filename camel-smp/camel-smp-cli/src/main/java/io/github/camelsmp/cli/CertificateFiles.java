package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.DatagramSecurity.CertificateSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates in PEM files, which are read whenever a line opens.
 *
 * @param trusted certificates of those who sign devices' certificates
 * @param identity who we are; empty where no device asks
 */
record CertificateFiles(Path trusted, Optional<Identity> identity) implements CertificateSource {

    /** A key store in memory has a password, and nobody to keep it from. */
    private static final char[] NO_PASSWORD = {};

    /** Two PEM files. */
    record Identity(Path certificates, Path key) {}

    /** @throws IllegalArgumentException if the file has no certificates */
    static CertificateFiles trusting(Path trusted) {
        return checked(new CertificateFiles(trusted, Optional.empty()));
    }

    /** @throws IllegalArgumentException if one of the files is not what it should be */
    CertificateFiles as(Path certificates, Path key) {
        return checked(new CertificateFiles(trusted, Optional.of(new Identity(certificates, key))));
    }

    private static CertificateFiles checked(CertificateFiles files) {
        try {
            files.trustManagers();
            files.keyManagers();
            return files;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("certificate and key do not go together: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + e.getMessage(), e);
        }
    }

    @Override
    public List<X509KeyManager> keyManagers() throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return List.of();
        }
        KeyStore store = empty();
        Certificate[] chain =
                PemFile.certificates(identity.get().certificates()).toArray(Certificate[]::new);
        store.setKeyEntry("smp", PemFile.privateKey(identity.get().key()), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return of(X509KeyManager.class, factory.getKeyManagers());
    }

    @Override
    public List<X509TrustManager> trustManagers() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (Certificate certificate : PemFile.certificates(trusted)) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return of(X509TrustManager.class, factory.getTrustManagers());
    }

    @Override
    public List<String> cipherSuites() {
        return List.of();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static <T> List<T> of(Class<T> type, Object[] managers) {
        return Stream.of(managers).filter(type::isInstance).map(type::cast).toList();
    }
}
