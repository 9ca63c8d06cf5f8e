package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.serial.ConsoleBudget;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of base64 that share the stream with log text (protocol.md 7). */
final class ConsoleFraming implements StreamFraming {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleFraming.class);

    private final ConsoleEncoder encoder;
    private final int lineLength;
    private final SizingStrategy sizing;
    private final ScheduledExecutorService loop;
    private boolean warned;

    ConsoleFraming(TransportOptions options, ScheduledExecutorService loop) {
        this.encoder = new ConsoleEncoder(options.lineLength());
        this.lineLength = options.lineLength();
        this.sizing = options.sizing();
        this.loop = loop;
    }

    @Override
    public void send(byte[] message, Consumer<byte[]> wire) {
        wire.accept(encoder.encode(message));
    }

    @Override
    public boolean isConsole() {
        return true;
    }

    @Override
    public int largestMessage() {
        return sizing.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        if (!warned && sizing instanceof SizingStrategy.BufferSize named && named.exceeds(parameters)) {
            warned = true;
            LOG.warn(
                    "bufferSize is {}, and the device says its buffers have {} bytes: larger messages may be lost",
                    named.bufferSize(),
                    parameters.bufferSize());
        }
        return sizing.largestMessage(parameters);
    }

    /** Where lines are what a server runs out of, the lines of a second message find no room behind the first. */
    @Override
    public int largestWindow(McumgrParameters parameters) {
        return sizing instanceof SizingStrategy.BufferParams ? 1 : parameters.safeWindow();
    }

    @Override
    public int wholeFragments(int size) {
        return ConsoleBudget.wholeLines(size, lineLength);
    }

    @Override
    public Receiver receiver(TransportListener listener) {
        return new ConsoleReceiver(listener, loop);
    }
}
