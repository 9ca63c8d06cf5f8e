package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.BufferPool.Buffer;
import io.github.camelsmp.simulator.server.ReplyPath;
import java.util.Optional;

/** A line to a simulated device. It stays when the device restarts, as a cable does. */
public abstract class DeviceLine implements AutoCloseable {

    private final LineHost host;
    private final LinkDirection toDevice;
    private final LinkDirection fromDevice;

    DeviceLine(LineHost host) {
        this.host = host;
        this.toDevice = new LinkDirection(host, Impairment::toDevice);
        this.fromDevice = new LinkDirection(host, Impairment::fromDevice);
    }

    /** What to put behind {@code smp:} to reach the device through this line, e.g. {@code udp:127.0.0.1:1337}. */
    public abstract String address();

    /** Removes the line. The device goes on, and others may still reach it. */
    @Override
    public void close() {
        host.run(() -> host.closed(this));
        release();
    }

    /** Gives back what the line holds. */
    abstract void release();

    /** The device is going down. */
    public void deviceDown() {}

    /** The device is up, and so is what answers on its lines. */
    public void deviceUp() {}

    /** Text the device prints on its console; lost on lines that carry nothing but messages. */
    public void print(String text) {}

    final LineHost host() {
        return host;
    }

    final LinkDirection toDevice() {
        return toDevice;
    }

    final LinkDirection fromDevice() {
        return fromDevice;
    }

    /** What answers on this line; empty while nothing does. */
    Optional<Serving> serving() {
        return host.serving();
    }

    /** A whole message has arrived. Without a buffer for it, it was never there. */
    final void accept(byte[] message, ReplyPath path) {
        Optional<Serving> serving = serving();
        if (serving.isEmpty()) {
            return;
        }
        if (message.length > serving.get().loop().pool().size()) {
            host.traffic().tooLarge();
            return;
        }
        Optional<Buffer> buffer = serving.get().loop().pool().take();
        if (buffer.isEmpty()) {
            host.traffic().withoutBuffer();
            return;
        }
        host.traffic().request();
        serving.get().loop().submit(buffer.get(), message, path);
    }
}
