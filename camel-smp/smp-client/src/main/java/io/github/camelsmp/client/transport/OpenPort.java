package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that is open, until it is closed and the last call into it has returned. Calls come from several threads;
 * those that find it closed answer -1.
 */
final class OpenPort {
    private final SerialPort port;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch left = new CountDownLatch(1);

    /** Calls under way, and one for being open. */
    private final AtomicInteger users = new AtomicInteger(1);

    /** @param port is open */
    OpenPort(SerialPort port) {
        this.port = port;
    }

    /** Waits for bytes; how many came, 0 for none, -1 when the port is gone. */
    int read(byte[] buffer) {
        if (!enter()) {
            return -1;
        }
        try {
            return port.readBytes(buffer, buffer.length);
        } finally {
            leave();
        }
    }

    /** How many of the bytes were written, -1 when the port is gone. Waits while the driver's buffer is full. */
    int write(byte[] bytes) {
        if (!enter()) {
            return -1;
        }
        try {
            return port.writeBytes(bytes, bytes.length);
        } finally {
            leave();
        }
    }

    /** How many bytes the driver has yet to send, -1 when the port is gone. */
    int unsent() {
        if (!enter()) {
            return -1;
        }
        try {
            return port.bytesAwaitingWrite();
        } finally {
            leave();
        }
    }

    /** Makes all calls return; may take a moment. Nothing happens if that was asked before. */
    void close() {
        if (closing.compareAndSet(false, true)) {
            PortTable.OF_THIS_PROCESS.beginChange();
            port.closePort();
            leave();
        }
    }

    /** Closes it, and waits until nobody is in it any more. */
    void closeAndWait() throws InterruptedException {
        close();
        left.await();
    }

    private boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    private void leave() {
        if (users.decrementAndGet() == 0) {
            PortTable.OF_THIS_PROCESS.endChange();
            left.countDown();
        }
    }
}
