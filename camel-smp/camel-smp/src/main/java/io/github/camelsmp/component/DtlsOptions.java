package io.github.camelsmp.component;

import io.github.camelsmp.protocol.transport.DatagramSecurity;
import java.util.HexFormat;
import org.apache.camel.CamelContext;

/** The options about DTLS in the terms of the client library. What is refused is named, never shown. */
final class DtlsOptions {

    private DtlsOptions() {}

    /**
     * Translates and checks.
     *
     * @throws IllegalArgumentException naming the option that is wrong or missing
     */
    static DatagramSecurity of(SmpLineConfiguration options, CamelContext context) {
        if (!options.isDtls()) {
            return DatagramSecurity.NONE;
        }
        boolean hasKey = options.getPsk() != null || options.getPskIdentity() != null;
        boolean hasCertificates = options.getSslContextParameters() != null;
        if (hasKey && hasCertificates) {
            throw new IllegalArgumentException(
                    "psk and sslContextParameters exclude each other: a device is asked for one kind of credentials");
        }
        if (hasCertificates) {
            return new DatagramSecurity.Certificates(
                    SslContextCertificates.checked(options.getSslContextParameters(), context));
        }
        if (options.getPsk() == null || options.getPskIdentity() == null) {
            throw new IllegalArgumentException("dtls=true needs pskIdentity and psk, or sslContextParameters");
        }
        return new DatagramSecurity.PreSharedKey(options.getPskIdentity(), key(options.getPsk()));
    }

    private static byte[] key(String digits) {
        try {
            byte[] key = HexFormat.of().parseHex(digits);
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // its message would show a part of the key
        }
        throw new IllegalArgumentException("psk is no key, write pairs of hexadecimal digits");
    }
}
