package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.util.function.Consumer;

/** Lines of base64 that share the stream with log text (protocol.md 7). */
final class ConsoleFraming implements StreamFraming {
    private final ConsoleEncoder encoder;
    private final SizingStrategy sizing;

    ConsoleFraming(TransportOptions options) {
        this.encoder = new ConsoleEncoder(options.lineLength());
        this.sizing = options.sizing();
    }

    @Override
    public void send(byte[] message, Consumer<byte[]> wire) {
        wire.accept(encoder.encode(message));
    }

    @Override
    public int largestMessage() {
        return sizing.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return sizing.largestMessage(parameters);
    }

    /** Where lines are what a server runs out of, the lines of a second message find no room behind the first. */
    @Override
    public int largestWindow(McumgrParameters parameters) {
        return sizing instanceof SizingStrategy.BufferParams ? 1 : parameters.safeWindow();
    }

    @Override
    public Receiver receiver(TransportListener listener) {
        ConsoleDecoder decoder = new ConsoleDecoder(new ConsoleDecoder.Listener() {
            @Override
            public void message(byte[] message) {
                listener.message(message);
            }

            @Override
            public void line(String line) {
                listener.console(line);
            }

            @Override
            public void discarded(String reason) {
                listener.discarded(reason);
            }
        });
        return new Receiver() {
            @Override
            public void feed(byte[] chunk, int offset, int length) {
                decoder.feed(chunk, offset, length);
            }

            @Override
            public void end() {
                decoder.flushLine();
            }
        };
    }
}
