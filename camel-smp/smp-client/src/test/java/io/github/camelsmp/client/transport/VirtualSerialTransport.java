package io.github.camelsmp.client.transport;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.InProcessSerialLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The client's own framing on a serial line of a simulated device, in time that is turned by hand. */
public final class VirtualSerialTransport implements Transport {
    private final SimulatedDevice device;
    private final Framing framing;
    private final VirtualLoop loop;
    private final StreamFraming half;
    private Optional<InProcessSerialLine> line = Optional.empty();

    public VirtualSerialTransport(SimulatedDevice device, TransportOptions options, VirtualLoop loop) {
        this.device = device;
        this.framing = options.framing();
        this.loop = loop;
        this.half = framing == Framing.RAW
                ? new RawFraming(options, loop, loop::nanoTime)
                : StreamFraming.of(options, loop);
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        StreamFraming.Receiver receiver = half.receiver(listener);
        line = Optional.of(
                device.connectSerial(framing, bytes -> loop.execute(() -> receiver.feed(bytes, 0, bytes.length))));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(byte[] message) {
        line.ifPresent(open -> half.send(message, open::send));
    }

    @Override
    public int largestMessage() {
        return half.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return half.largestMessage(parameters);
    }

    @Override
    public int largestWindow(McumgrParameters parameters) {
        return half.largestWindow(parameters);
    }

    @Override
    public Duration quietAfterReset() {
        return StreamFraming.QUIET_AFTER_RESET;
    }

    @Override
    public void close() {
        line.ifPresent(InProcessSerialLine::close);
    }
}
