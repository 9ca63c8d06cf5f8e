package io.github.camelsmp.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a connection has seen since it was made. What is tolerated on the way is counted here.
 *
 * @param requests requests that callers made
 * @param transmissions messages sent, the connection's own questions included
 * @param retransmissions those of them that repeated an earlier one
 * @param timeouts transmissions whose answer did not come in time
 * @param lateAnswers answers to an earlier transmission than the last, or to a request that was over
 * @param unknownAnswers messages that answer nothing this connection asked
 * @param discardedFrames what was taken for a message and turned out not to be one
 * @param bytesOut bytes of the messages sent, without their framing
 * @param bytesIn bytes of the messages received, without their framing
 * @param connects how often the device answered on a line that was new, or silent before
 * @param disconnects how often such a line broke, fell silent or was let go
 * @param lastAnswer when the device last answered
 * @param roundTrip smoothed time from a transmission to its answer, of requests that touch no flash (RFC 6298)
 * @param roundTrips how many such times were measured
 * @param roundTripTotal their sum
 * @param outstanding requests that are not answered yet and not given up
 */
public record SmpCounters(
        long requests,
        long transmissions,
        long retransmissions,
        long timeouts,
        long lateAnswers,
        long unknownAnswers,
        long discardedFrames,
        long bytesOut,
        long bytesIn,
        long connects,
        long disconnects,
        Optional<Instant> lastAnswer,
        Optional<Duration> roundTrip,
        long roundTrips,
        Duration roundTripTotal,
        long outstanding) {}
