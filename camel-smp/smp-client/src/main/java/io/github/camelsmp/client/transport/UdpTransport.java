package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletionStage;

/** A connected socket to one device, one message a datagram (protocol.md 9). */
final class UdpTransport implements Transport {
    /** {@code buf_size} of a server with UDP unless it was built otherwise. */
    static final int DEFAULT_BUFFER_SIZE = 2048;

    private final UdpSocket socket;
    private final int mtu;

    UdpTransport(HostAndPort target, TransportOptions options, EventLoop loop) {
        this.socket = new UdpSocket(target, loop);
        this.mtu = options.mtu();
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        return socket.open(new HostConnection.Receiver() {
                    @Override
                    public void received(byte[] content) {
                        listener.message(content);
                    }

                    @Override
                    public void broken(SmpTransportException reason) {
                        listener.closed(reason);
                    }
                })
                .thenAccept(address -> {});
    }

    @Override
    public void send(byte[] message) {
        socket.send(message);
    }

    @Override
    public int largestMessage() {
        return Math.min(mtu - socket.overhead(), DEFAULT_BUFFER_SIZE);
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return Math.min(mtu - socket.overhead(), parameters.bufferSize());
    }

    @Override
    public boolean worthReopening() {
        return true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
