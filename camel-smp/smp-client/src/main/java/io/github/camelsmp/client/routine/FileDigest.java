package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.FileSystemGroup.HashResponse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** The checksums that devices know (protocol.md 6.8), of a file that passes from its beginning on. */
final class FileDigest {

    private final CRC32 crc32 = new CRC32();
    private final MessageDigest sha256;
    private long length;

    FileDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The next bytes of the file. */
    void update(ByteBuffer bytes) {
        length += bytes.remaining();
        crc32.update(bytes.duplicate());
        sha256.update(bytes);
    }

    /** How many bytes have passed. */
    long length() {
        return length;
    }

    /** SHA-256 of what has passed, 32 bytes; more may follow. */
    byte[] sha256() {
        try {
            return ((MessageDigest) sha256.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform can copy its SHA-256", e);
        }
    }

    /** Whether the device has the same bytes; empty if its hash is of a kind that is not known here. */
    Optional<Boolean> agreesWith(HashResponse hash) {
        if (hash.length() != length) {
            return Optional.of(false);
        }
        return switch (hash.type()) {
            case "crc32" -> Optional.of(hash.checksum().orElse(-1) == crc32.getValue());
            case "sha256" -> Optional.of(Arrays.equals(hash.digest().orElse(new byte[0]), sha256()));
            default -> Optional.empty();
        };
    }
}
