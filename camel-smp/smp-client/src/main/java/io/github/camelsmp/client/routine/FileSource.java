package io.github.camelsmp.client.routine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file on its way to a device, readable from anywhere, because an upload may have to go back. It is read on the
 * connection's thread in small pieces.
 */
public interface FileSource {

    /** Bytes of the whole file. */
    long length() throws IOException;

    /**
     * Fills a buffer with the bytes from {@code offset} on.
     *
     * @throws EOFException if the file ends before the buffer is full
     */
    void read(long offset, ByteBuffer target) throws IOException;

    /** A file in memory; not copied. */
    static FileSource of(byte[] content) {
        return new FileSource() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void read(long offset, ByteBuffer target) {
                target.put(content, Math.toIntExact(offset), target.remaining());
            }
        };
    }

    /** A file on disk, e.g. a {@link java.nio.channels.FileChannel}; it stays open. */
    static FileSource of(SeekableByteChannel channel) {
        return new FileSource() {
            @Override
            public long length() throws IOException {
                return channel.size();
            }

            @Override
            public void read(long offset, ByteBuffer target) throws IOException {
                channel.position(offset);
                while (target.hasRemaining()) {
                    if (channel.read(target) < 0) {
                        throw new EOFException("the file ends before byte " + (offset + target.limit()));
                    }
                }
            }
        };
    }
}
