package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.DatagramSecurity;
import picocli.CommandLine.Option;

/** What keeps strangers out of a UDP line. */
final class SecurityOptions {

    @Option(names = "--dtls", description = "udp: speaks DTLS 1.2, with --psk-identity and --psk.")
    private boolean dtls;

    @Option(names = "--psk-identity", paramLabel = "NAME", description = "By which the device finds the key.")
    private String pskIdentity;

    @Option(
            names = "--psk",
            arity = "0..1",
            interactive = true,
            paramLabel = "HEX",
            description = "The pre-shared key, as hexadecimal digits; without a value it is asked for.")
    private Hex psk;

    /** @throws IllegalArgumentException naming the option that is missing or has no effect */
    DatagramSecurity security() {
        if (!dtls) {
            if (pskIdentity != null || psk != null) {
                throw new IllegalArgumentException("--psk-identity and --psk count with --dtls only");
            }
            return DatagramSecurity.NONE;
        }
        if (pskIdentity == null || psk == null) {
            throw new IllegalArgumentException("--dtls needs --psk-identity and --psk");
        }
        return new DatagramSecurity.PreSharedKey(pskIdentity, psk.bytes());
    }
}
