package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.RequestHeader;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The receiving end of a raw line (protocol.md 8). Zephyr drops everything when more than one message is there; MCUboot
 * takes one after the other, and forgets half a message after three seconds.
 */
final class RawReceiver implements StreamReceiver {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Serving serving;
    private final LineHost host;
    private final Consumer<byte[]> messages;
    private byte[] collected = {};
    private long chunks;

    RawReceiver(Serving serving, LineHost host, Consumer<byte[]> messages) {
        this.serving = serving;
        this.host = host;
        this.messages = messages;
        if (serving.flavour() == Flavour.MCUBOOT_RECOVERY) {
            serving.loop().whenIdle(this::lookForMany);
        }
    }

    @Override
    public void feed(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(collected);
        all.writeBytes(bytes);
        collected = all.toByteArray();
        if (serving.flavour() == Flavour.ZEPHYR) {
            lookForOne();
        } else {
            lookForMany();
            loseWhatDoesNotFit();
            forgetAfterSilence();
        }
    }

    private void lookForOne() {
        if (collected.length < RequestHeader.SIZE) {
            return;
        }
        int length = RequestHeader.messageLength(collected);
        if ((collected[0] & 7) > 3 || length > bufferSize()) {
            drop();
        } else if (collected.length > length) {
            drop();
        } else if (collected.length == length) {
            byte[] message = collected;
            collected = new byte[0];
            messages.accept(message);
        }
    }

    private void lookForMany() {
        while (collected.length >= RequestHeader.SIZE && !serving.loop().isBusy()) {
            int length = RequestHeader.messageLength(collected);
            int op = collected[0] & 7;
            if (op != 0 && op != 2 || length > bufferSize()) {
                drop();
                return;
            }
            if (collected.length < length) {
                return;
            }
            byte[] message = Arrays.copyOf(collected, length);
            collected = Arrays.copyOfRange(collected, length, collected.length);
            messages.accept(message);
        }
    }

    private void loseWhatDoesNotFit() {
        if (collected.length > bufferSize()) {
            collected = Arrays.copyOf(collected, bufferSize());
            host.traffic().tooLarge();
        }
    }

    private void forgetAfterSilence() {
        long now = ++chunks;
        if (collected.length > 0) {
            host.after(SILENCE, () -> {
                if (chunks == now && collected.length > 0) {
                    drop();
                }
            });
        }
    }

    private int bufferSize() {
        return serving.loop().pool().size();
    }

    private void drop() {
        collected = new byte[0];
        host.traffic().malformed();
    }
}
