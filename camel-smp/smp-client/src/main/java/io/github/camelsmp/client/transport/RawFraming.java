package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.serial.RawDecoder;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The bare messages, nothing around them (protocol.md 8).
 *
 * <p>A server that lost some bytes of a request waits for the rest of it, perhaps for ever. So when a request follows
 * one that nothing answered, a run of bytes that no request begins with goes ahead of it: it fills up what the server
 * waits for, or is dropped where a request would begin.
 */
final class RawFraming implements StreamFraming {
    /** {@code buf_size} of Zephyr unless it was built otherwise. */
    private static final int DEFAULT_BUFFER_SIZE = 384;

    /** After so much silence the next byte begins a message (protocol.md 8). */
    static final Duration SILENCE = Duration.ofMillis(50);

    /** After so much silence the rest of a message will not come; a network may hold it up for quite a while. */
    static final Duration ABANDONED = Duration.ofSeconds(1);

    private final TransportOptions options;
    private final ScheduledExecutorService loop;
    private final LongSupplier nanoTime;

    /** Bytes of the last request, until something is received. */
    private volatile int unanswered;

    RawFraming(TransportOptions options, ScheduledExecutorService loop) {
        this(options, loop, System::nanoTime);
    }

    /** As above, with a clock for the silences of the line. */
    RawFraming(TransportOptions options, ScheduledExecutorService loop, LongSupplier nanoTime) {
        this.options = options;
        this.loop = loop;
        this.nanoTime = nanoTime;
    }

    @Override
    public void send(byte[] message, Consumer<byte[]> wire) {
        int stuck = unanswered;
        unanswered = message.length;
        if (stuck == 0) {
            wire.accept(message);
            return;
        }
        byte[] run = new byte[stuck];
        Arrays.fill(run, (byte) 0xff);
        wire.accept(run);
        // what arrives together with the run is dropped with it
        long onTheWire = stuck * 10L * 1_000_000 / options.serial().baudRate();
        long pause = onTheWire + TimeUnit.MILLISECONDS.toMicros(SILENCE.toMillis());
        loop.schedule(() -> wire.accept(message), pause, TimeUnit.MICROSECONDS);
    }

    @Override
    public boolean isConsole() {
        return false;
    }

    @Override
    public int largestMessage() {
        return options.sizing() instanceof SizingStrategy.BufferSize known ? known.bufferSize() : DEFAULT_BUFFER_SIZE;
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return options.sizing() instanceof SizingStrategy.BufferSize known
                ? known.bufferSize()
                : parameters.bufferSize();
    }

    /** Two requests that a server receives in one piece are both lost to it. */
    @Override
    public int largestWindow(McumgrParameters parameters) {
        return 1;
    }

    @Override
    public int wholeFragments(int size) {
        return size;
    }

    @Override
    public Receiver receiver(TransportListener listener) {
        return new RawReceiver(listener);
    }

    private final class RawReceiver implements Receiver {
        private final RawDecoder decoder;
        private long lastBytes = nanoTime.getAsLong();

        RawReceiver(TransportListener listener) {
            this.decoder = new RawDecoder(
                    new RawDecoder.Listener() {
                        @Override
                        public void message(byte[] message) {
                            unanswered = 0;
                            listener.message(message);
                        }

                        @Override
                        public void discarded(String reason) {
                            listener.discarded(reason);
                        }
                    },
                    header -> !header.op().isRequest());
        }

        @Override
        public void feed(byte[] chunk, int offset, int length) {
            Duration silent = Duration.ofNanos(nanoTime.getAsLong() - lastBytes);
            boolean resumes = decoder.draining() && silent.compareTo(SILENCE) >= 0;
            boolean abandons = decoder.incomplete() && silent.compareTo(ABANDONED) >= 0;
            if (resumes || abandons) {
                decoder.silence();
            }
            lastBytes = nanoTime.getAsLong();
            decoder.feed(chunk, offset, length);
        }

        @Override
        public void end() {
            if (decoder.incomplete()) {
                decoder.silence();
            }
        }
    }
}
