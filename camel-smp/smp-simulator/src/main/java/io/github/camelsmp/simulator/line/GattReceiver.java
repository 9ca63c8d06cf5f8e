package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.BufferPool.Buffer;
import io.github.camelsmp.simulator.server.RequestHeader;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The receiving end of Zephyr's Bluetooth transport with reassembly (protocol.md 10). It holds a net buffer from the
 * first write of a message on, and waits for the rest for ever; more than it expects makes it drop everything.
 */
final class GattReceiver {

    private final Serving serving;
    private final LineHost host;
    private final Consumer<byte[]> messages;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private Buffer buffer;
    private int expected;

    GattReceiver(Serving serving, LineHost host, Consumer<byte[]> messages) {
        this.serving = serving;
        this.host = host;
        this.messages = messages;
    }

    void write(byte[] chunk) {
        if (buffer == null && !begin(chunk)) {
            return;
        }
        if (collected.size() + chunk.length > expected) {
            host.traffic().malformed();
            drop();
            return;
        }
        collected.writeBytes(chunk);
        if (collected.size() == expected) {
            byte[] message = collected.toByteArray();
            drop();
            messages.accept(message);
        }
    }

    private boolean begin(byte[] chunk) {
        if (chunk.length < RequestHeader.SIZE) {
            host.traffic().malformed();
            return false;
        }
        expected = RequestHeader.messageLength(chunk);
        if (expected > serving.loop().pool().size()) {
            host.traffic().tooLarge();
            return false;
        }
        Optional<Buffer> taken = serving.loop().pool().take();
        if (taken.isEmpty()) {
            host.traffic().withoutBuffer();
            return false;
        }
        buffer = taken.get();
        return true;
    }

    /** Forgets what it waits with. */
    void drop() {
        collected.reset();
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
