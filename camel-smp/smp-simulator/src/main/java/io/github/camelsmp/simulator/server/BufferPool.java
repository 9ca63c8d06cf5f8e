package io.github.camelsmp.simulator.server;

import java.util.Optional;

/** The net buffers of a server, shared by requests and answers of all its lines (protocol.md 13.2). */
public final class BufferPool {

    private final int size;
    private int free;

    /**
     * @param size bytes of one buffer
     * @param count how many there are
     */
    public BufferPool(int size, int count) {
        this.size = size;
        this.free = count;
    }

    /** Bytes of one buffer. */
    public int size() {
        return size;
    }

    /** Takes a buffer, if one is free. */
    public Optional<Buffer> take() {
        if (free == 0) {
            return Optional.empty();
        }
        free--;
        return Optional.of(new Buffer(this));
    }

    /** A buffer that is in use. */
    public static final class Buffer {

        private final BufferPool pool;
        private boolean released;

        private Buffer(BufferPool pool) {
            this.pool = pool;
        }

        /** Gives it back; once is enough. */
        public void release() {
            if (!released) {
                released = true;
                pool.free++;
            }
        }
    }
}
