package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A {@link BareServer} behind a serial line that is carried over TCP: one client at a time. */
final class TcpServer implements AutoCloseable {
    enum Framing {
        CONSOLE,
        RAW
    }

    private final BareServer server;
    private final Framing framing;
    private final ServerSocket listening;
    private volatile Optional<Socket> client = Optional.empty();

    TcpServer(BareServer server, Framing framing) throws IOException {
        this.server = server;
        this.framing = framing;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "tcp-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Prints a text as firmware does on its console. */
    void print(String text) throws IOException {
        client.orElseThrow().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void hangUp() throws IOException {
        client.orElseThrow().close();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = listening.accept();
                client = Optional.of(socket);
                talk(socket);
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            ConsoleDecoder decoder = new ConsoleDecoder(new ConsoleListener(out));
            byte[] buffer = new byte[4096];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                if (framing == Framing.CONSOLE) {
                    decoder.feed(buffer, 0, length);
                } else if (buffer[0] != (byte) 0xff) {
                    out.write(server.answer(Arrays.copyOf(buffer, length)));
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        if (client.isPresent()) {
            client.get().close();
        }
    }

    private final class ConsoleListener implements ConsoleDecoder.Listener {
        private final OutputStream out;

        ConsoleListener(OutputStream out) {
            this.out = out;
        }

        @Override
        public void message(byte[] message) {
            try {
                out.write(new ConsoleEncoder(128).encode(server.answer(message)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void line(String line) {
            throw new AssertionError("a client has no text to send: " + line);
        }

        @Override
        public void discarded(String reason) {
            throw new AssertionError(reason);
        }
    }
}
