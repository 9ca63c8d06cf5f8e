package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.serial.Crc16;
import io.github.camelsmp.simulator.server.Traffic;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The receiving end of MCUboot's recovery (protocol.md 7.3): an interrupt collects a few lines, a loop looks at them when
 * it has nothing else to do. Surplus bytes of a line are cut off, and a CR is an error.
 */
final class McubootConsoleReceiver implements StreamReceiver {

    private final Serving serving;
    private final Traffic traffic;
    private final Consumer<byte[]> messages;
    private final LineCollector collector;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean inFrame;

    McubootConsoleReceiver(Serving serving, Traffic traffic, Consumer<byte[]> messages) {
        this.serving = serving;
        this.traffic = traffic;
        this.messages = messages;
        this.collector = new LineCollector(serving.lineLength(), this::line);
        serving.loop().whenIdle(this::proceed);
    }

    @Override
    public void feed(byte[] bytes) {
        collector.feed(bytes);
    }

    private void line(byte[] line, boolean fits) {
        if (!fits) {
            traffic.tooLarge();
        }
        if (waiting.size() < serving.lineBuffers()) {
            waiting.add(line);
            proceed();
        } else {
            traffic.withoutBuffer();
        }
    }

    private void proceed() {
        while (!serving.loop().isBusy() && !waiting.isEmpty()) {
            look(waiting.remove());
        }
    }

    private void look(byte[] line) {
        boolean start = line.length >= 2 && line[0] == 0x06 && line[1] == 0x09;
        boolean further = line.length >= 2 && line[0] == 0x04 && line[1] == 0x14;
        if (start) {
            frame.reset();
            inFrame = true;
        }
        if (start || further && inFrame) {
            append(Arrays.copyOfRange(line, 2, line.length));
        }
    }

    private void append(byte[] base64) {
        try {
            if (base64.length % 4 != 0) {
                throw new IllegalArgumentException("not a multiple of four");
            }
            frame.writeBytes(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            traffic.malformed();
            inFrame = false;
            return;
        }
        if (frame.size() > serving.loop().pool().size()) {
            traffic.tooLarge();
            inFrame = false;
        } else if (frame.size() >= 2) {
            check(frame.toByteArray());
        }
    }

    /** A length that does not match exactly makes it wait for more, until the next start. */
    private void check(byte[] collected) {
        int announced = (collected[0] & 0xff) << 8 | collected[1] & 0xff;
        if (collected.length - 2 != announced || announced < 2) {
            return;
        }
        inFrame = false;
        if (Crc16.of(collected, 2, announced) == 0) {
            messages.accept(Arrays.copyOfRange(collected, 2, collected.length - 2));
        } else {
            traffic.malformed();
        }
    }
}
