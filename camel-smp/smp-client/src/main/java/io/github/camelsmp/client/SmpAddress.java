package io.github.camelsmp.client;

/**
 * Where a device is: what stands behind {@code smp:} in an endpoint.
 *
 * @param scheme the transport, e.g. {@code udp}
 * @param location what the transport makes of it, e.g. {@code 192.0.2.7:1337}
 */
public record SmpAddress(String scheme, String location) {

    /**
     * Splits {@code scheme:location} at the first colon.
     *
     * @throws IllegalArgumentException if there is no colon, or nothing on one side of it
     */
    public static SmpAddress parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no SMP address, write transport:address, e.g. udp:192.0.2.7");
        }
        return new SmpAddress(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return scheme + ":" + location;
    }
}
