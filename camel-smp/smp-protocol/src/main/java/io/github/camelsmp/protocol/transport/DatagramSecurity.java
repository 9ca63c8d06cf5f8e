package io.github.camelsmp.protocol.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** What keeps strangers out of a UDP line: nothing, or DTLS 1.2 with one kind of credentials (protocol.md 9). */
public sealed interface DatagramSecurity {

    /** Bare datagrams: whoever can reach the device can manage it, and whoever is on the way can read and change. */
    DatagramSecurity NONE = new None();

    /** Bare datagrams. */
    record None() implements DatagramSecurity {}

    /**
     * A key that both sides know. It appears in no text this makes.
     *
     * @param identity by which the device finds the key, not empty
     * @param key the secret itself, at least one byte
     */
    record PreSharedKey(String identity, byte[] key) implements DatagramSecurity {
        /** @throws IllegalArgumentException if one of them is empty */
        public PreSharedKey {
            if (identity.isEmpty()) {
                throw new IllegalArgumentException("the identity of a pre-shared key may not be empty");
            }
            if (key.length == 0) {
                throw new IllegalArgumentException("the pre-shared key of '" + identity + "' may not be empty");
            }
            key = key.clone();
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PreSharedKey that && identity.equals(that.identity) && Arrays.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }

        @Override
        public String toString() {
            return "PreSharedKey[identity=" + identity + "]";
        }
    }

    /**
     * Certificates: the device shows one, and may ask for ours.
     *
     * @param source asked again for every line
     */
    record Certificates(CertificateSource source) implements DatagramSecurity {}

    /** Where certificates come from. It is asked whenever a line opens, so that renewed ones are found. */
    interface CertificateSource {

        /** Who we are, for devices that ask; empty if we have no certificate. */
        List<X509KeyManager> keyManagers() throws GeneralSecurityException, IOException;

        /** Who decides whether the certificate of a device is good; at least one. */
        List<X509TrustManager> trustManagers() throws GeneralSecurityException, IOException;

        /** Names of the cipher suites that may be used, in order of preference; empty for those this library prefers. */
        List<String> cipherSuites();
    }
}
