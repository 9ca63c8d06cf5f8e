package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * OpenSSL's own DTLS server in front of a simulated device: what it decrypts goes on as bare datagrams, and the answers
 * come back through it. A pipe keeps no message apart from the next, so requests go one at a time.
 */
final class OpenSslServer implements AutoCloseable {
    private static final int LARGEST = 65535;
    private static final int LONGEST_WAIT_MILLIS = 400;

    private static final int LOOK_AGAIN_MILLIS = 10;
    private static final Path LISTENERS = Path.of("/proc/net/udp");

    private final Process process;
    private final DatagramSocket toDevice;

    /** Whether the program is there, and Linux, which tells who listens. */
    static boolean isPossible() {
        try {
            return Files.exists(LISTENERS)
                    && new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param arguments of {@code s_server}: credentials, cipher suites */
    OpenSslServer(SimulatedDevice device, int port, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_server", "-dtls1_2", "-quiet", "-accept", "127.0.0.1:" + port));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening(port);
        toDevice = new DatagramSocket();
        toDevice.setSoTimeout(LONGEST_WAIT_MILLIS);
        toDevice.connect(InetAddress.getLoopbackAddress(), device.listenUdp(0).port());
        Thread relay = new Thread(this::relay, "openssl-relay");
        relay.setDaemon(true);
        relay.start();
    }

    /** A port that nobody has. */
    static int freePort() throws SocketException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void relay() {
        try (DataInputStream decrypted = new DataInputStream(process.getInputStream());
                OutputStream answers = process.getOutputStream()) {
            while (true) {
                byte[] request = request(decrypted);
                toDevice.send(new DatagramPacket(request, request.length));
                pass(answers);
            }
        } catch (EOFException e) {
            toDevice.close();
        } catch (IOException e) {
            if (process.isAlive() && !toDevice.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pass(OutputStream answers) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            toDevice.receive(answer);
            answers.write(answer.getData(), 0, answer.getLength());
            answers.flush();
        } catch (SocketTimeoutException e) {
            // the device reboots, and the client will ask again
        }
    }

    private void awaitListening(int port) throws IOException {
        String entry = String.format(":%04X ", port);
        try {
            while (Files.readAllLines(LISTENERS).stream().noneMatch(line -> line.contains(entry))) {
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("openssl ended with " + process.exitValue());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] request(DataInputStream decrypted) throws IOException {
        byte[] header = new byte[SmpHeader.SIZE];
        decrypted.readFully(header);
        int length = Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(2));
        byte[] request = ByteBuffer.allocate(header.length + length).put(header).array();
        decrypted.readFully(request, header.length, length);
        return request;
    }

    @Override
    public void close() throws InterruptedException {
        toDevice.close();
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("openssl does not end");
        }
    }
}
