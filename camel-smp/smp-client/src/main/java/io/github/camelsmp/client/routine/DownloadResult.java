package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.Optional;

/**
 * What a download came to.
 *
 * @param bytes length of the file
 * @param duration from start to the last answer
 * @param retransmissions pieces that were asked for more than once
 * @param sha256 SHA-256 of what was received, 32 bytes
 * @param match whether the device's own hash of the file agrees; empty if it has none or was not asked
 */
public record DownloadResult(
        long bytes, Duration duration, int retransmissions, byte[] sha256, Optional<Boolean> match) {

    /** Bytes per second, 0 if it took no measurable time. */
    public double bytesPerSecond() {
        return duration.isZero() ? 0 : bytes * 1e9 / duration.toNanos();
    }
}
