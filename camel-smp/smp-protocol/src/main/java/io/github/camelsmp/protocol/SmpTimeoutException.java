package io.github.camelsmp.protocol;

import java.time.Duration;

/** No answer came, not even after the last retransmission. */
public final class SmpTimeoutException extends SmpException {

    private final int transmissions;
    private final Duration waited;

    /**
     * @param asked what was asked, e.g. {@code image upload (group 1, command 1)}
     * @param transmissions how often it was sent, at least 1
     * @param waited from the first transmission until now
     */
    public SmpTimeoutException(String address, String asked, int transmissions, Duration waited) {
        super(address, "no answer to " + asked + ", sent " + times(transmissions) + " in " + seconds(waited), null);
        this.transmissions = transmissions;
        this.waited = waited;
    }

    private static String times(int transmissions) {
        return transmissions == 1 ? "once" : transmissions + " times";
    }

    private static String seconds(Duration waited) {
        return waited.toMillis() / 1000.0 + " s";
    }

    /** How often the request was sent. */
    public int transmissions() {
        return transmissions;
    }

    /** From the first transmission until the last deadline passed. */
    public Duration waited() {
        return waited;
    }
}
