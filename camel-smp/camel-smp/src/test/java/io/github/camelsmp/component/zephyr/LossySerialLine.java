package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A bad serial line before an emulated board: each frame meets its {@link Fates}. What is sent to a board while it boots
 * is lost, as its UART is deaf then; the emulated one would stay so (see {@link ZephyrServer}).
 */
final class LossySerialLine implements AutoCloseable {

    private static final int LINE_LENGTH = 128;
    /** Group 0 is that of the OS. */
    private static final int RESET = 5;

    private static final String BOOTLOADER = "Booting MCUboot";
    private static final String APPLICATION = "smp_sample";

    private final ConsoleEncoder encoder = new ConsoleEncoder(LINE_LENGTH);
    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService pumps = Executors.newCachedThreadPool(LossySerialLine::daemon);
    private final Socket board;
    private volatile Optional<Socket> client = Optional.empty();
    private volatile Optional<Fates> requests = Optional.empty();
    private volatile Optional<Fates> answers = Optional.empty();
    private volatile boolean booting;

    LossySerialLine(int boardPort) throws IOException {
        board = new Socket(InetAddress.getLoopbackAddress(), boardPort);
        pumps.execute(this::admit);
        pumps.execute(() -> decode(board, new ConsoleDecoder(new Traffic(this::answer, this::print))));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lossy serial line");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on this seed decides. */
    void spoil(long seed) {
        Random seeds = new Random(seed);
        requests = Optional.of(new Fates(seeds.nextLong()));
        answers = Optional.of(new Fates(seeds.nextLong()));
    }

    /** From now on nothing goes wrong. */
    void clear() {
        requests = Optional.empty();
        answers = Optional.empty();
    }

    private void admit() {
        while (!door.isClosed()) {
            try (Socket admitted = door.accept()) {
                client = Optional.of(admitted);
                decode(admitted, new ConsoleDecoder(new Traffic(this::request, text -> {})));
            } catch (IOException e) {
                // the client hung up, or this was closed; the next one is welcome
                client = Optional.empty();
            }
        }
    }

    private static void decode(Socket from, ConsoleDecoder decoder) {
        byte[] bytes = new byte[512];
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                decoder.feed(bytes, 0, length);
            }
        } catch (IOException e) {
            // whoever waits for this end notices by himself
            return;
        }
    }

    private void request(byte[] message) {
        if (!booting) {
            carry(message, requests, board);
        }
    }

    private void answer(byte[] message) {
        SmpHeader header = SmpHeader.readFrom(message, 0, message.length);
        booting |= header.op() == SmpOp.WRITE_RESPONSE && header.group() == 0 && header.command() == RESET;
        client.ifPresent(socket -> carry(message, answers, socket));
    }

    private void print(String text) {
        booting = (booting || text.contains(BOOTLOADER)) && !text.contains(APPLICATION);
        client.ifPresent(socket -> write(socket, (text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void carry(byte[] message, Optional<Fates> fates, Socket to) {
        byte[] frame = encoder.encode(message);
        fates.ifPresentOrElse(
                bad -> bad.arriving(frame).forEach(arrived -> write(to, arrived)), () -> write(to, frame));
    }

    private static void write(Socket to, byte[] bytes) {
        try {
            to.getOutputStream().write(bytes);
        } catch (IOException e) {
            // lost like anything else on this line; the client opens a new one
            return;
        }
    }

    /** What was understood of the bytes on one way. */
    private record Traffic(Consumer<byte[]> messages, Consumer<String> texts) implements ConsoleDecoder.Listener {
        @Override
        public void message(byte[] message) {
            messages.accept(message);
        }

        @Override
        public void line(String line) {
            texts.accept(line);
        }

        @Override
        public void discarded(String reason) {
            // a frame that an emulated UART lost a part of
            reason.length();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        board.close();
        pumps.shutdownNow();
    }
}
