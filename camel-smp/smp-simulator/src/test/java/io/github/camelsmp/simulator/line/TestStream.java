package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A line of bytes whose other end is the test. */
final class TestStream extends StreamLine {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    TestStream(TestHost host, Framing framing) {
        super(host, framing);
    }

    void sendHex(String hex) {
        received(HexFormat.of().parseHex(hex));
    }

    void send(String text) {
        received(text.getBytes(StandardCharsets.US_ASCII));
    }

    String takeHex() {
        return HexFormat.of().formatHex(take());
    }

    String takeText() {
        return new String(take(), StandardCharsets.US_ASCII);
    }

    byte[] take() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }

    @Override
    void write(byte[] bytes) {
        written.writeBytes(bytes);
    }

    @Override
    public String address() {
        return "test:stream";
    }

    @Override
    void release() {}
}
