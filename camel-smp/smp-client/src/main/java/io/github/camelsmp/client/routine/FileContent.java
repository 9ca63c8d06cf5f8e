package io.github.camelsmp.client.routine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The file of an upload: read from anywhere, and hashed once from its beginning to its end. */
final class FileContent {

    private static final int READ_AT_ONCE = 1 << 18;

    private final LoopRoutine<?> routine;
    private final FileSource source;
    private final FileDigest digest = new FileDigest();
    private long length;

    FileContent(LoopRoutine<?> routine, FileSource source) {
        this.routine = routine;
        this.source = source;
    }

    /** Finds out how long it is. */
    void open() {
        try {
            length = source.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the whole file. */
    long length() {
        return length;
    }

    /** The hash of what was read so far. */
    FileDigest digest() {
        return digest;
    }

    /** At most {@code count} bytes from {@code offset} on; those that were not read before count towards the hash. */
    ByteBuffer read(long offset, long count) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, length - offset));
        try {
            source.read(offset, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        long passed = digest.length() - offset;
        if (passed < bytes.remaining()) {
            digest.update(bytes.duplicate().position((int) passed));
        }
        return bytes;
    }

    /** Brings the hash up to an offset, in pieces between which the loop has time for others. */
    void digestUpTo(long end, Runnable then) {
        read(digest.length(), Math.min(READ_AT_ONCE, end - digest.length()));
        if (digest.length() < end) {
            routine.after(Duration.ZERO, () -> digestUpTo(end, then));
        } else {
            then.run();
        }
    }
}
