package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.serial.Crc16;
import io.github.camelsmp.simulator.server.BufferPool.Buffer;
import io.github.camelsmp.simulator.server.Traffic;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The receiving end of Zephyr's UART transport (protocol.md 7.3). It holds a net buffer from the first line of a frame
 * on, and whatever is wrong with a frame ends it without a word.
 */
final class ZephyrConsoleReceiver implements StreamReceiver {

    private final Serving serving;
    private final Traffic traffic;
    private final Consumer<byte[]> messages;
    private final LineCollector lines;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private Buffer buffer;
    private int linesInBurst;

    ZephyrConsoleReceiver(Serving serving, Traffic traffic, Consumer<byte[]> messages) {
        this.serving = serving;
        this.traffic = traffic;
        this.messages = messages;
        this.lines = new LineCollector(serving.lineLength(), this::line);
    }

    @Override
    public void feed(byte[] bytes) {
        linesInBurst = 0;
        lines.feed(bytes);
    }

    private void line(byte[] line, boolean fits) {
        if (!fits) {
            traffic.tooLarge();
            return;
        }
        if (++linesInBurst > serving.lineBuffers()) {
            traffic.withoutBuffer();
            return;
        }
        if (startsWith(line, 0x06, 0x09)) {
            begin(line);
        } else if (startsWith(line, 0x04, 0x14) && buffer != null) {
            append(line);
        }
    }

    private static boolean startsWith(byte[] line, int first, int second) {
        return line.length >= 2 && line[0] == first && line[1] == second;
    }

    private void begin(byte[] line) {
        drop();
        Optional<Buffer> taken = serving.loop().pool().take();
        if (taken.isEmpty()) {
            traffic.withoutBuffer();
            return;
        }
        buffer = taken.get();
        append(line);
    }

    private void append(byte[] line) {
        Optional<byte[]> decoded = decode(line);
        if (decoded.isEmpty() || decoded.get().length == 0) {
            traffic.malformed();
            drop();
            return;
        }
        frame.writeBytes(decoded.get());
        if (frame.size() > serving.loop().pool().size()) {
            traffic.tooLarge();
            drop();
        } else {
            check(frame.toByteArray());
        }
    }

    private static Optional<byte[]> decode(byte[] line) {
        int end = line.length;
        while (end > 2 && (line[end - 1] == '\r' || line[end - 1] == ' ')) {
            end--;
        }
        if ((end - 2) % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(Arrays.copyOfRange(line, 2, end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void check(byte[] collected) {
        if (collected.length < 2) {
            traffic.malformed();
            drop();
            return;
        }
        int announced = (collected[0] & 0xff) << 8 | collected[1] & 0xff;
        int there = collected.length - 2;
        if (there < announced) {
            return;
        }
        drop();
        if (there > announced || announced < 2 || Crc16.of(collected, 2, there) != 0) {
            traffic.malformed();
        } else {
            messages.accept(Arrays.copyOfRange(collected, 2, collected.length - 2));
        }
    }

    private void drop() {
        frame.reset();
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
