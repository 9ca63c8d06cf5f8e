package io.github.camelsmp.benchmarks;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;

/** A socket that tells its buffers and takes the first chunk of every upload, whoever asks, and answers nothing else. */
final class FirstChunksOnly implements AutoCloseable {

    private static final CborMap BUFFERS =
            CborMap.builder().put("buf_size", 2048).put("buf_count", 4).build();

    private final DatagramSocket socket;

    private FirstChunksOnly(DatagramSocket socket) {
        this.socket = socket;
    }

    static FirstChunksOnly open() throws IOException {
        FirstChunksOnly device = new FirstChunksOnly(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(device::serve, "first chunks only");
        thread.setDaemon(true);
        thread.start();
        return device;
    }

    String address() {
        return "udp:127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                answer(packet);
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        SmpMessage request = SmpMessage.decode(Arrays.copyOf(packet.getData(), packet.getLength()));
        Optional<CborMap> payload = payload(request);
        if (payload.isPresent()) {
            byte[] answer = SmpMessage.encodeResponse(request.header(), payload.get());
            socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
        packet.setLength(packet.getData().length);
    }

    private static Optional<CborMap> payload(SmpMessage request) {
        SmpHeader header = request.header();
        if (header.group() == 0) {
            return Optional.of(BUFFERS);
        }
        long offset = request.payload().number("off");
        int taken = request.payload().bytes("data").length;
        return offset == 0 ? Optional.of(CborMap.builder().put("off", taken).build()) : Optional.empty();
    }

    @Override
    public void close() {
        socket.close();
    }
}
