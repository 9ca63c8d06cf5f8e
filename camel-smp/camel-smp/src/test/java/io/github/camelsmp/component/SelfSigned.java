package io.github.camelsmp.component;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;

/** A key and its certificate in a file, made by the key tool of this JDK. */
record SelfSigned(Path file, PrivateKey key, X509Certificate[] chain) {

    static final String PASSWORD = "sesame";

    static SelfSigned make(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return new SelfSigned(
                file,
                (PrivateKey) store.getKey(name, PASSWORD.toCharArray()),
                Stream.of(store.getCertificateChain(name))
                        .map(X509Certificate.class::cast)
                        .toArray(X509Certificate[]::new));
    }
}
