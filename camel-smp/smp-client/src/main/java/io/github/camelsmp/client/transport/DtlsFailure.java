package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpTransportException;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.DtlsHandshakeTimeoutException;
import org.eclipse.californium.scandium.dtls.HandshakeException;

/** Says what the end of a DTLS session means for people. */
final class DtlsFailure {
    /** Certificate, key exchange and "finished" of the client; the device checks them and answers, or does not. */
    private static final int FLIGHT_THAT_PROVES_THE_KEY = 5;

    private DtlsFailure() {}

    /** @param device the address for messages to people */
    static SmpTransportException of(String device, Throwable cause) {
        return new SmpTransportException(device, explain(cause), cause);
    }

    private static String explain(Throwable cause) {
        if (cause instanceof DtlsHandshakeTimeoutException timeout) {
            return timeout.getFlightNumber() >= FLIGHT_THAT_PROVES_THE_KEY
                    ? "the device broke the DTLS handshake off when it saw our credentials: it knows another key, identity"
                            + " or certificate authority"
                    : "nobody answers the DTLS handshake: the device is not up yet, listens elsewhere, or speaks no DTLS";
        }
        if (cause instanceof HandshakeException refused && refused.getAlert() != null) {
            return "the DTLS handshake failed, " + explain(refused.getAlert().getDescription()) + ": "
                    + refused.getMessage();
        }
        if (cause instanceof DtlsSession.Ended) {
            return "the device ended the DTLS session (" + cause.getMessage() + ")";
        }
        return "DTLS failed: " + cause.getMessage();
    }

    private static String explain(AlertDescription alert) {
        return switch (alert) {
            case UNKNOWN_PSK_IDENTITY -> "the device does not know this identity";
            case BAD_RECORD_MAC, DECRYPT_ERROR ->
                "our credentials were refused, the device knows another key or certificate" + " authority";
            case HANDSHAKE_FAILURE, INSUFFICIENT_SECURITY ->
                "there is no cipher suite or kind of credentials that both" + " sides have";
            case PROTOCOL_VERSION -> "the device does not speak DTLS 1.2";
            case BAD_CERTIFICATE,
                    UNSUPPORTED_CERTIFICATE,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_UNKNOWN,
                    UNKNOWN_CA -> "a certificate was refused";
            default -> alert.name();
        };
    }
}
