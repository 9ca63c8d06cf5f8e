package io.github.camelsmp.simulator.recovery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the recovery of MCUboot was built (protocol.md 16).
 *
 * @param receiveSize bytes of its receive buffer, 64 to 65535: a frame with its length and checksum has to fit
 * @param features what is compiled in
 * @param writeAlignment chunks are written up to a multiple of this many bytes, at least 1
 * @param waitForDfu how long it listens at each boot before it starts the application
 */
public record RecoveryOptions(int receiveSize, Set<RecoveryFeature> features, int writeAlignment, Duration waitForDfu) {

    /** As Zephyr's port builds it: 1024 bytes, hashes, nothing else that has to be switched on. */
    public static final RecoveryOptions DEFAULT =
            new RecoveryOptions(1024, Set.of(RecoveryFeature.HASH), 4, Duration.ZERO);

    /** @throws IllegalArgumentException naming the one that is out of range */
    public RecoveryOptions {
        if (receiveSize < 64 || receiveSize > 65535) {
            throw new IllegalArgumentException(
                    "a receive buffer of " + receiveSize + " bytes: 64 to 65535 are possible");
        }
        if (writeAlignment < 1) {
            throw new IllegalArgumentException("writeAlignment is " + writeAlignment + ", it must be positive");
        }
        features = Set.copyOf(features);
    }

    /** Whether this is compiled in. */
    public boolean has(RecoveryFeature feature) {
        return features.contains(feature);
    }

    /** The same build with these as well. */
    public RecoveryOptions with(RecoveryFeature... more) {
        Set<RecoveryFeature> all = new HashSet<>(features);
        all.addAll(List.of(more));
        return new RecoveryOptions(receiveSize, all, writeAlignment, waitForDfu);
    }

    /** The same build without these. */
    public RecoveryOptions without(RecoveryFeature... fewer) {
        Set<RecoveryFeature> rest = new HashSet<>(features);
        List.of(fewer).forEach(rest::remove);
        return new RecoveryOptions(receiveSize, rest, writeAlignment, waitForDfu);
    }

    /** The same build with a receive buffer of so many bytes. */
    public RecoveryOptions withReceiveSize(int bytes) {
        return new RecoveryOptions(bytes, features, writeAlignment, waitForDfu);
    }

    /** The same build on flash that is written in units of so many bytes. */
    public RecoveryOptions withWriteAlignment(int bytes) {
        return new RecoveryOptions(receiveSize, features, bytes, waitForDfu);
    }

    /** The same build, listening so long at each boot. */
    public RecoveryOptions withWaitForDfu(Duration time) {
        return new RecoveryOptions(receiveSize, features, writeAlignment, time);
    }
}
