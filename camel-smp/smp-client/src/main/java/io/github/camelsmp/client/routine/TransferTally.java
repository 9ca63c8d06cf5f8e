package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts what a transfer moves, and gives up on one that gets nowhere (protocol.md 14.2). */
final class TransferTally {

    private static final int FAILURES_WITHOUT_PROGRESS = 5;

    private final LongSupplier nanoTime;
    private final long started;
    private long bytesSent;
    private long furthestSent;
    private long furthestTaken;
    private int failures;
    private int retransmissions;

    TransferTally(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /**
     * Bytes from {@code start} to before {@code end} are sent, or asked for. A piece that goes on behind what the device
     * cut from the one before to its alignment (protocol.md 16.2) begins with bytes that were sent, and was not itself.
     */
    void sent(long start, long end) {
        if (start < furthestSent && end <= furthestSent) {
            retransmissions++;
        }
        furthestSent = Math.max(furthestSent, end);
        bytesSent += end - start;
    }

    /**
     * The file is on the other side up to {@code offset}.
     *
     * @return whether there never was as much before
     */
    boolean taken(long offset) {
        if (offset <= furthestTaken) {
            return false;
        }
        furthestTaken = offset;
        failures = 0;
        return true;
    }

    /**
     * Something was in vain.
     *
     * @return how often in a row, from 1
     * @throws RuntimeException the one given, if that was once too often
     */
    int failed(RuntimeException reason) {
        failures++;
        if (failures > FAILURES_WITHOUT_PROGRESS) {
            throw reason;
        }
        return failures;
    }

    /** What was in vain is tried in another way now, which has as many chances. */
    void anew() {
        failures = 0;
    }

    int retransmissions() {
        return retransmissions;
    }

    Duration duration() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }

    UploadResult result(long bytes, byte[] sha256, Optional<Boolean> match) {
        return new UploadResult(bytes, bytesSent, duration(), retransmissions, sha256, match);
    }
}
