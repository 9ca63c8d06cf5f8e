package io.github.camelsmp.client;

import java.util.regex.Pattern;

/**
 * Where a device is: what stands behind {@code smp:} in an endpoint.
 *
 * @param scheme the transport, e.g. {@code udp}
 * @param location what the transport makes of it, e.g. {@code 192.0.2.7:1337}
 */
public record SmpAddress(String scheme, String location) {

    private static final String ENDPOINT = "smp:";

    /** What people write who forget that there is more than one transport. */
    private static final Pattern PORT = Pattern.compile("/.*|(?i:COM\\d+)");

    /**
     * Splits {@code scheme:location} at the first colon.
     *
     * @throws IllegalArgumentException if there is no colon, nothing on one side of it, or the {@code smp:} of an endpoint in
     *     front
     */
    public static SmpAddress parse(String text) {
        int colon = text.indexOf(':');
        boolean port = PORT.matcher(text).matches();
        if (colon < 1 || colon == text.length() - 1 || port) {
            String example = port ? "serial:" + text : "udp:192.0.2.7";
            throw new IllegalArgumentException(
                    "'" + text + "' is no SMP address, write transport:address, e.g. " + example);
        }
        if (text.startsWith(ENDPOINT)) {
            throw new IllegalArgumentException("'" + text + "' is no SMP address, " + ENDPOINT
                    + " belongs to endpoints only, write " + text.substring(ENDPOINT.length()));
        }
        return new SmpAddress(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return scheme + ":" + location;
    }
}
