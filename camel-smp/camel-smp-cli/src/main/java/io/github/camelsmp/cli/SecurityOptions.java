package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.DatagramSecurity;
import java.nio.file.Path;
import java.util.HexFormat;
import picocli.CommandLine.Option;

/** What keeps strangers out of a UDP line. What is wrong with a secret is said without showing it. */
final class SecurityOptions {

    @Option(
            names = "--dtls",
            description = "udp: speaks DTLS 1.2, with --psk-identity and --psk, or with --trusted-certificates.")
    private boolean dtls;

    @Option(names = "--psk-identity", paramLabel = "NAME", description = "By which the device finds the key.")
    private String pskIdentity;

    @Option(
            names = "--psk",
            arity = "0..1",
            interactive = true,
            paramLabel = "HEX",
            description = "The pre-shared key, as hexadecimal digits; without a value it is asked for.")
    private String psk;

    @Option(
            names = "--trusted-certificates",
            paramLabel = "FILE",
            description = "A PEM file with the certificates of those who may have signed that of the device.")
    private Path trustedCertificates;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "A PEM file with our certificate, for devices that ask for one.")
    private Path certificate;

    @Option(
            names = "--private-key",
            paramLabel = "FILE",
            description = "The PEM file with its key, in PKCS#8 and not encrypted.")
    private Path privateKey;

    /** @throws IllegalArgumentException naming the option that is wrong, is missing, or has no effect */
    DatagramSecurity security() {
        boolean hasKey = pskIdentity != null || psk != null;
        boolean hasCertificates = trustedCertificates != null || certificate != null || privateKey != null;
        if (!dtls) {
            if (hasKey || hasCertificates) {
                throw new IllegalArgumentException("--psk-identity, --psk and certificates count with --dtls only");
            }
            return DatagramSecurity.NONE;
        }
        if (hasKey && hasCertificates) {
            throw new IllegalArgumentException("--psk and certificates exclude each other");
        }
        return hasCertificates ? certificates() : sharedKey();
    }

    private DatagramSecurity sharedKey() {
        if (pskIdentity == null || psk == null) {
            throw new IllegalArgumentException("--dtls needs --psk-identity and --psk, or --trusted-certificates");
        }
        return new DatagramSecurity.PreSharedKey(pskIdentity, key());
    }

    private byte[] key() {
        try {
            return HexFormat.of().parseHex(psk);
        } catch (IllegalArgumentException e) {
            // its message would show a part of the key
            throw new IllegalArgumentException("--psk is no key, write pairs of hexadecimal digits");
        }
    }

    private DatagramSecurity certificates() {
        if (trustedCertificates == null) {
            throw new IllegalArgumentException("--certificate needs --trusted-certificates");
        }
        if (certificate == null && privateKey == null) {
            return new DatagramSecurity.Certificates(CertificateFiles.trusting(trustedCertificates));
        }
        if (certificate == null || privateKey == null) {
            throw new IllegalArgumentException("--certificate and --private-key need each other");
        }
        return new DatagramSecurity.Certificates(
                CertificateFiles.trusting(trustedCertificates).as(certificate, privateKey));
    }
}
