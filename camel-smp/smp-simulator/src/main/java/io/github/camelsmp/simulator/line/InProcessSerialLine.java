package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.util.function.Consumer;

/** A serial line without a wire: bytes go from one object to another. It costs no time but that of its {@link Way}s. */
public final class InProcessSerialLine extends StreamLine {

    private final Consumer<byte[]> otherEnd;
    private volatile boolean open = true;

    /** A line whose other end is this consumer; it is called while the device does nothing else and must not block. */
    public InProcessSerialLine(LineHost host, Framing framing, Consumer<byte[]> otherEnd) {
        super(host, framing);
        this.otherEnd = otherEnd;
    }

    /** Names nothing that an endpoint could reach. */
    @Override
    public String address() {
        return "serial line of " + host().name();
    }

    /** Sends bytes to the device. */
    public void send(byte[] bytes) {
        if (open) {
            received(bytes);
        }
    }

    @Override
    void write(byte[] bytes) {
        if (open) {
            otherEnd.accept(bytes);
        }
    }

    @Override
    void release() {
        open = false;
    }
}
