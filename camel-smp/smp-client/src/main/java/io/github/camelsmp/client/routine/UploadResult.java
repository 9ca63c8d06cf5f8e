package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.Optional;

/**
 * What an upload came to.
 *
 * @param bytes length of the file
 * @param sent bytes of the file that were sent; fewer than {@code bytes} after a resume, more where chunks were lost
 * @param duration from start to the last answer
 * @param retransmissions chunks that were sent more than once
 * @param sha256 SHA-256 of the file, 32 bytes
 * @param match what the device says of the hash of its copy; empty if it does not say
 */
public record UploadResult(
        long bytes, long sent, Duration duration, int retransmissions, byte[] sha256, Optional<Boolean> match) {

    /** File bytes per second, 0 if it took no measurable time. */
    public double bytesPerSecond() {
        return duration.isZero() ? 0 : bytes * 1e9 / duration.toNanos();
    }
}
