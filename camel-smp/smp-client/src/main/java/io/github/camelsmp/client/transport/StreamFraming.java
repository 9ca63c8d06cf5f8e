package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** How messages are told apart on a stream of bytes, on a serial line as well as on one carried over TCP. */
sealed interface StreamFraming permits ConsoleFraming, RawFraming {
    /** 250 ms until the reset, 500 ms in which MCUboot waits for DFU unless built otherwise, and as much again. */
    Duration QUIET_AFTER_RESET = Duration.ofMillis(1500);

    /** The framing these options name. */
    static StreamFraming of(TransportOptions options, ScheduledExecutorService loop) {
        return switch (options.framing()) {
            case CONSOLE -> new ConsoleFraming(options, loop);
            case RAW -> new RawFraming(options, loop);
        };
    }

    /** Hands what a message looks like on the wire to {@code wire}, now or a little later. Called on the loop. */
    void send(byte[] message, Consumer<byte[]> wire);

    /** Makes the receiving half for one line. */
    Receiver receiver(TransportListener listener);

    /** Whether text shares the stream with messages. */
    boolean isConsole();

    int largestMessage();

    int largestMessage(McumgrParameters parameters);

    int largestWindow(McumgrParameters parameters);

    int wholeFragments(int size);

    /** Takes the bytes of one line, from one thread at a time. */
    interface Receiver {
        /** Goes on with the next bytes; they may be overwritten afterwards. */
        void feed(byte[] chunk, int offset, int length);

        /** The line is at its end: hands out what was held back. */
        void end();
    }
}
