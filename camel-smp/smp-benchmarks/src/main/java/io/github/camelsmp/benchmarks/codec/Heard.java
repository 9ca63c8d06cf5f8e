package io.github.camelsmp.benchmarks.codec;

import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.RawDecoder;

/** Keeps the last message; anything else must not come up. */
final class Heard implements ConsoleDecoder.Listener, RawDecoder.Listener {

    private byte[] last = {};

    @Override
    public void message(byte[] message) {
        last = message;
    }

    @Override
    public void line(String line) {
        throw new IllegalStateException("the decoder took a frame for text: " + line);
    }

    @Override
    public void discarded(String reason) {
        throw new IllegalStateException("the decoder discarded " + reason);
    }

    byte[] last() {
        return last;
    }
}
