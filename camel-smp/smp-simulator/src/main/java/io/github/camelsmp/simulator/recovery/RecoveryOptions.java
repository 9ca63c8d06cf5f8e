package io.github.camelsmp.simulator.recovery;

import java.time.Duration;

/**
 * How the recovery of MCUboot was built (protocol.md 16).
 *
 * @param receiveSize bytes of its receive buffer: a frame with its length and checksum has to fit
 * @param echo whether it echoes
 * @param parameters whether it tells its buffer
 * @param imageState whether the state of images can be set and is listed
 * @param hash whether image lists carry hashes
 * @param slotInfo whether it tells about its slots
 * @param directUpload whether {@code image} chooses a slot: n for slot n − 1, 0 as 1
 * @param progressiveErase whether it erases as data comes, instead of the whole slot at the first chunk
 * @param writeAlignment chunks are written up to a multiple of this many bytes
 * @param silentGroups whether unknown groups stay without any answer, as with the per-user extension
 * @param storageErase whether group 63 erases the storage partition
 * @param waitForDfu how long it listens at each boot before it starts the application
 */
public record RecoveryOptions(
        int receiveSize,
        boolean echo,
        boolean parameters,
        boolean imageState,
        boolean hash,
        boolean slotInfo,
        boolean directUpload,
        boolean progressiveErase,
        int writeAlignment,
        boolean silentGroups,
        boolean storageErase,
        Duration waitForDfu) {

    /** As Zephyr's port builds it: 1024 bytes, hashes, nothing else that has to be switched on. */
    public static final RecoveryOptions DEFAULT =
            new RecoveryOptions(1024, false, false, false, true, false, false, false, 4, false, false, Duration.ZERO);

    public RecoveryOptions {
        if (receiveSize < 64 || receiveSize > 65535) {
            throw new IllegalArgumentException(
                    "a receive buffer of " + receiveSize + " bytes: 64 to 65535 are possible");
        }
        if (writeAlignment < 1) {
            throw new IllegalArgumentException("writeAlignment is " + writeAlignment + ", it must be positive");
        }
    }

    public RecoveryOptions withReceiveSize(int bytes) {
        return new RecoveryOptions(
                bytes,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withEcho(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                on,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withParameters(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                on,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withImageState(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                on,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withHash(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                on,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withSlotInfo(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                on,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withDirectUpload(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                on,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withProgressiveErase(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                on,
                writeAlignment,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withWriteAlignment(int bytes) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                bytes,
                silentGroups,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withSilentGroups(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                on,
                storageErase,
                waitForDfu);
    }

    public RecoveryOptions withStorageErase(boolean on) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                on,
                waitForDfu);
    }

    public RecoveryOptions withWaitForDfu(Duration time) {
        return new RecoveryOptions(
                receiveSize,
                echo,
                parameters,
                imageState,
                hash,
                slotInfo,
                directUpload,
                progressiveErase,
                writeAlignment,
                silentGroups,
                storageErase,
                time);
    }
}
