package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes to a port on a thread of its own, because a write blocks while the driver's buffer is full: for milliseconds at
 * a low baud rate, for ever when flow control holds the line.
 */
final class PortWriter {
    private static final byte[] END = new byte[0];

    private final SerialPort port;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();

    PortWriter(String path, SerialPort port) {
        this.port = port;
        PortSession.daemon("smp-write-" + path, this::drain);
    }

    void write(byte[] bytes) {
        outgoing.add(bytes);
    }

    /** Ends the thread once the port is closed. */
    void end() {
        outgoing.add(END);
    }

    private void drain() {
        try {
            byte[] bytes = outgoing.take();
            while (bytes != END) {
                if (port.writeBytes(bytes, bytes.length) < bytes.length) {
                    // the port is gone; closing it makes the reader say so
                    port.closePort();
                    return;
                }
                bytes = outgoing.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
