package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;

/**
 * How a connection behaves. Immutable; every {@code with} returns a changed copy.
 *
 * @param transport settings of the line
 * @param version SMP version of requests
 * @param requestTimeout waiting time for one transmission
 * @param lastChunkTimeout waiting time for the answer to the last chunk of an upload
 * @param eraseTimeout waiting time where flash is erased or read as a whole
 * @param retries retransmissions of a request that may be repeated, 0 or more
 * @param window upload requests in flight; 0 lets the client find out
 * @param reconnectDelay pause before the first attempt to reopen a broken line; doubles with each attempt
 * @param maxReconnectDelay longest pause between attempts
 */
public record SmpClientOptions(
        TransportOptions transport,
        SmpVersion version,
        Duration requestTimeout,
        Duration lastChunkTimeout,
        Duration eraseTimeout,
        int retries,
        int window,
        Duration reconnectDelay,
        Duration maxReconnectDelay) {

    /** What protocol.md 15 recommends. */
    public static final SmpClientOptions DEFAULT = new SmpClientOptions(
            TransportOptions.DEFAULT,
            SmpVersion.V2,
            Duration.ofMillis(2500),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            3,
            0,
            Duration.ofMillis(250),
            Duration.ofSeconds(5));

    /** @throws IllegalArgumentException naming the one that is out of range */
    public SmpClientOptions {
        requirePositive("connectTimeout", transport.connectTimeout());
        requirePositive("requestTimeout", requestTimeout);
        requirePositive("lastChunkTimeout", lastChunkTimeout);
        requirePositive("eraseTimeout", eraseTimeout);
        requirePositive("reconnectDelay", reconnectDelay);
        requirePositive("maxReconnectDelay", maxReconnectDelay);
        requireNotNegative("retries", retries);
        requireNotNegative("window", window);
    }

    private static void requirePositive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(option + " is " + value + ", it must be positive");
        }
    }

    private static void requireNotNegative(String option, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " is " + value + ", it may not be negative");
        }
    }

    /** The waiting time of one transmission. */
    public Duration timeout(Patience patience) {
        return switch (patience) {
            case REQUEST -> requestTimeout;
            case LAST_CHUNK -> lastChunkTimeout;
            case ERASE -> eraseTimeout;
        };
    }

    /** How long a device may take to tell its parameters: two seconds, as any awake device manages, or more for those whose user is that patient. */
    Duration parametersTimeout() {
        Duration fifth = transport.connectTimeout().dividedBy(5);
        Duration atLeast = Duration.ofSeconds(2);
        Duration longest = fifth.compareTo(atLeast) > 0 ? fifth : atLeast;
        return requestTimeout.compareTo(longest) < 0 ? requestTimeout : longest;
    }

    /** A copy with other settings of the line. */
    public SmpClientOptions withTransport(TransportOptions value) {
        return new SmpClientOptions(
                value,
                version,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that sends requests of this version; both error forms are understood with either. */
    public SmpClientOptions withVersion(SmpVersion value) {
        return new SmpClientOptions(
                transport,
                value,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that waits so long for the answer to one transmission; longer than zero. */
    public SmpClientOptions withRequestTimeout(Duration value) {
        return new SmpClientOptions(
                transport,
                version,
                value,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that waits so long for the answer to the last chunk of an upload; longer than zero. */
    public SmpClientOptions withLastChunkTimeout(Duration value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                value,
                eraseTimeout,
                retries,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that waits so long where flash is erased or read as a whole; longer than zero. */
    public SmpClientOptions withEraseTimeout(Duration value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                lastChunkTimeout,
                value,
                retries,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that sends a request so many times more, if it may be repeated; 0 or more. */
    public SmpClientOptions withRetries(int value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                value,
                window,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy with so many upload requests in flight; 0 lets the client find out. */
    public SmpClientOptions withWindow(int value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                value,
                reconnectDelay,
                maxReconnectDelay);
    }

    /** A copy that pauses so long before it reopens a broken line the first time; longer than zero. */
    public SmpClientOptions withReconnectDelay(Duration value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                window,
                value,
                maxReconnectDelay);
    }

    /** A copy whose pauses do not grow beyond this; longer than zero. */
    public SmpClientOptions withMaxReconnectDelay(Duration value) {
        return new SmpClientOptions(
                transport,
                version,
                requestTimeout,
                lastChunkTimeout,
                eraseTimeout,
                retries,
                window,
                reconnectDelay,
                value);
    }
}
