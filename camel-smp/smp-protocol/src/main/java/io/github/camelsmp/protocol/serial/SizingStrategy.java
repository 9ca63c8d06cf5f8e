package io.github.camelsmp.protocol.serial;

/** How large a message may be on a line with console framing (protocol.md 12.2). */
public sealed interface SizingStrategy {

    /** As large as the server's reassembly buffer allows, once the server has told its size. */
    record Auto() implements SizingStrategy {}

    /**
     * As {@link Auto}, for a buffer of known size.
     *
     * @param bufferSize decoded reassembly buffer of the server in bytes
     */
    record BufferSize(int bufferSize) implements SizingStrategy {}

    /**
     * What survives base64 and line framing within a pool of line buffers.
     *
     * @param lineLength bytes of one line buffer, marker and newline included
     * @param lineBuffers how many there are
     */
    record BufferParams(int lineLength, int lineBuffers) implements SizingStrategy {}
}
