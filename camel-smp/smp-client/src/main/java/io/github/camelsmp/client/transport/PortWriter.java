package io.github.camelsmp.client.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes to a port without ever blocking the loop. A write blocks while the driver's buffer is full: for milliseconds at
 * a low baud rate, for ever when nobody takes the bytes. So little is written at once, as long as the buffer has room
 * for certain; whatever is more goes through a thread that starts when it is first needed.
 */
final class PortWriter {
    /** Every driver has room for so many bytes; those of Linux take 4096 and more. */
    private static final int CERTAIN_ROOM = 2048;

    private static final Write END = new Write(new byte[0], new CompletableFuture<>());

    private final String path;
    private final OpenPort port;
    private final boolean writesAreQuick;
    private final BlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger queued = new AtomicInteger();

    /** Bytes written since the device was last heard of: a pseudo-terminal does not tell what nobody has taken. */
    private final AtomicInteger unheard = new AtomicInteger();

    private boolean threadStarted;
    private volatile boolean gone;

    /**
     * Bytes that wait for the driver.
     *
     * @param done when it has them
     */
    private record Write(byte[] bytes, CompletableFuture<Void> done) {}

    /** @param writesAreQuick whether a write only fills the driver's buffer, and does not wait for the wire */
    PortWriter(String path, OpenPort port, boolean writesAreQuick) {
        this.path = path;
        this.port = port;
        this.writesAreQuick = writesAreQuick;
    }

    /** Called on the loop only; done when the driver has the bytes, never if the port is gone. */
    CompletableFuture<Void> write(byte[] bytes) {
        Write write = new Write(bytes, new CompletableFuture<>());
        int sinceHeard = unheard.addAndGet(bytes.length);
        if (writesAreQuick && queued.get() == 0 && sinceHeard <= CERTAIN_ROOM && hasRoomFor(bytes.length)) {
            put(write);
            return write.done();
        }
        queued.incrementAndGet();
        queue.add(write);
        if (!threadStarted) {
            threadStarted = true;
            PortSession.daemon("smp-write-" + path, this::drain);
        }
        return write.done();
    }

    /** The device said something, so it takes what is written. */
    void heard() {
        unheard.set(0);
    }

    /** Ends the thread, if there is one, once the port is closed. */
    void end() {
        queue.add(END);
    }

    private boolean hasRoomFor(int length) {
        int waiting = port.unsent();
        return waiting >= 0 && waiting + length <= CERTAIN_ROOM;
    }

    private void put(Write write) {
        if (gone) {
            return;
        }
        if (port.write(write.bytes()) < write.bytes().length) {
            // closing the port makes the reader say that it is gone
            gone = true;
            PortSession.daemon("smp-close-" + path, port::close);
        } else {
            write.done().complete(null);
        }
    }

    private void drain() {
        try {
            for (Write write = queue.take(); write != END; write = queue.take()) {
                put(write);
                queued.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
