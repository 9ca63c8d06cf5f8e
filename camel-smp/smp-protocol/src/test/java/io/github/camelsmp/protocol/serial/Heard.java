package io.github.camelsmp.protocol.serial;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a decoder found. */
record Heard(List<byte[]> messages, List<String> lines, List<String> discarded, ByteArrayOutputStream text)
        implements ConsoleDecoder.Listener, RawDecoder.Listener {

    Heard() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ByteArrayOutputStream());
    }

    /** What a console decoder finds in these chunks. */
    static Heard from(byte[]... chunks) {
        Heard heard = new Heard();
        ConsoleDecoder decoder = new ConsoleDecoder(heard);
        for (byte[] chunk : chunks) {
            decoder.feed(chunk, 0, chunk.length);
        }
        decoder.flushLine();
        return heard;
    }

    @Override
    public void message(byte[] message) {
        messages.add(message);
    }

    @Override
    public void line(String line) {
        lines.add(line);
    }

    @Override
    public void text(byte[] source, int offset, int length) {
        text.write(source, offset, length);
    }

    @Override
    public void discarded(String reason) {
        discarded.add(reason);
    }
}
