package io.github.camelsmp.component.zephyr;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The machine protocol of QEMU: stops the processor at whatever instruction it is at, and starts it anew. */
final class EmulatorMonitor implements AutoCloseable {

    private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    private final BufferedReader answers;

    EmulatorMonitor(Path socket) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        answers = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        answers.readLine();
        execute("qmp_capabilities");
    }

    void stop() throws IOException {
        execute("stop");
    }

    /** What power that comes back does; the flash keeps what it has. */
    void reset() throws IOException {
        execute("system_reset");
        execute("cont");
    }

    private void execute(String command) throws IOException {
        channel.write(ByteBuffer.wrap("{\"execute\": \"%s\"}".formatted(command).getBytes(StandardCharsets.UTF_8)));
        String answer = answers.readLine();
        while (answer != null && answer.contains("\"event\"")) {
            answer = answers.readLine();
        }
        if (answer == null || !answer.contains("\"return\"")) {
            throw new IOException("QEMU answers " + answer + " to " + command);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
