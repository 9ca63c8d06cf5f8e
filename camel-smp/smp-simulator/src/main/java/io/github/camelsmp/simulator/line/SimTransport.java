package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.simulator.line.OpenDevices.Reachable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The client's end of an {@link InProcessLine}. */
final class SimTransport implements Transport {

    /** What fits the buffers Zephyr has by default. */
    private static final int UNKNOWN_BUFFERS = 384;

    private final String name;
    private final Executor loop;
    private InProcessLine line;

    SimTransport(String name, Executor loop) {
        this.name = name;
        this.loop = loop;
    }

    @Override
    public synchronized CompletionStage<Void> open(TransportListener listener) {
        Optional<Reachable> device = OpenDevices.find(name);
        if (device.isEmpty()) {
            return CompletableFuture.failedFuture(new SmpTransportException("sim:" + name, unknown()));
        }
        line = device.get().connect(listener, loop);
        return CompletableFuture.completedFuture(null);
    }

    private static String unknown() {
        String names = String.join(", ", OpenDevices.names());
        return "no simulated device of this name is open in this JVM; "
                + (names.isEmpty() ? "there is none at all" : "there are: " + names);
    }

    @Override
    public synchronized void send(byte[] message) {
        if (line == null) {
            throw new IllegalStateException("sim:" + name + " is not open");
        }
        line.send(message);
    }

    @Override
    public int largestMessage() {
        return UNKNOWN_BUFFERS;
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return parameters.bufferSize();
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            line.hangUp();
        }
    }
}
