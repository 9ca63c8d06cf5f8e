package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts what an upload sends, and gives up on one that gets nowhere (protocol.md 14.2). */
final class UploadTally {

    private static final int FAILURES_WITHOUT_PROGRESS = 5;

    private final LongSupplier nanoTime;
    private final long started;
    private long bytesSent;
    private long furthestSent;
    private long furthestTaken;
    private int failures;
    private int retransmissions;

    UploadTally(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /** Bytes from {@code start} to before {@code end} are sent. */
    void sent(long start, long end) {
        if (start < furthestSent) {
            retransmissions++;
        }
        furthestSent = Math.max(furthestSent, end);
        bytesSent += end - start;
    }

    /**
     * The device has taken the file up to {@code offset}.
     *
     * @return whether it never had as much before
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

    UploadResult result(long bytes, byte[] sha256, Optional<Boolean> match) {
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - started);
        return new UploadResult(bytes, bytesSent, duration, retransmissions, sha256, match);
    }
}
