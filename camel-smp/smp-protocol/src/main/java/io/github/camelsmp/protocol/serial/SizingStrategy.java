package io.github.camelsmp.protocol.serial;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpProtocolException;

/** How large a message may be on a line with console framing (protocol.md 12.2). */
public sealed interface SizingStrategy {

    /** The largest message, in bytes, while nothing is known of the server's buffers. */
    int largestMessage();

    /**
     * The largest message, in bytes, for a server with these buffers.
     *
     * @throws SmpProtocolException if they leave no room for a message
     */
    int largestMessage(McumgrParameters parameters);

    /** As large as the server's reassembly buffer allows, once the server has told its size. */
    record Auto() implements SizingStrategy {

        /** Two lines of 128 bytes, which every server takes. */
        @Override
        public int largestMessage() {
            return ConsoleBudget.largestMessage(256, 2);
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            if (parameters.bufferSize() < ConsoleBudget.SMALLEST_BUFFER) {
                throw new SmpProtocolException("the device says its buffers are of " + parameters.bufferSize()
                        + " bytes, which leaves no room for a message behind console framing");
            }
            return ConsoleBudget.largestMessage(parameters.bufferSize());
        }
    }

    /**
     * As {@link Auto}, for a buffer of known size.
     *
     * @param bufferSize decoded reassembly buffer of the server in bytes, at least 13
     */
    record BufferSize(int bufferSize) implements SizingStrategy {

        /** @throws IllegalArgumentException if no message fits */
        public BufferSize {
            if (bufferSize < ConsoleBudget.SMALLEST_BUFFER) {
                throw new IllegalArgumentException(
                        "bufferSize is " + bufferSize + ", a message takes at least " + ConsoleBudget.SMALLEST_BUFFER);
            }
        }

        @Override
        public int largestMessage() {
            return ConsoleBudget.largestMessage(bufferSize);
        }

        /** Whether the server says that it has less room than the user said. */
        public boolean exceeds(McumgrParameters parameters) {
            return bufferSize > parameters.bufferSize();
        }

        /** What the user said, whatever the server says. */
        @Override
        public int largestMessage(McumgrParameters parameters) {
            return largestMessage();
        }
    }

    /**
     * What survives base64 and line framing within a pool of line buffers.
     *
     * @param lineLength bytes of one line buffer, marker and newline included, 8 to 65535
     * @param lineBuffers how many there are, at least 1
     */
    record BufferParams(int lineLength, int lineBuffers) implements SizingStrategy {

        /** @throws IllegalArgumentException naming the one that is out of range, or if no message fits */
        public BufferParams {
            if (lineLength < 8 || lineLength > 65535) {
                throw new IllegalArgumentException("lineLength is " + lineLength + ", it may be 8 to 65535");
            }
            if (lineBuffers < 1 || lineBuffers > 65535) {
                throw new IllegalArgumentException("lineBuffers is " + lineBuffers + ", it may be 1 to 65535");
            }
            if (ConsoleBudget.largestMessage((long) lineLength * lineBuffers, lineBuffers)
                    < ConsoleBudget.SMALLEST_MESSAGE) {
                throw new IllegalArgumentException("lineLength " + lineLength + " and lineBuffers " + lineBuffers
                        + " leave no room for a message");
            }
        }

        @Override
        public int largestMessage() {
            return ConsoleBudget.largestMessage((long) lineLength * lineBuffers, lineBuffers);
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            return largestMessage();
        }
    }
}
