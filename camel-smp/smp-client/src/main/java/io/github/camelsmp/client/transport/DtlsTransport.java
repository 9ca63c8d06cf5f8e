package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A connected socket to one device that speaks DTLS 1.2, one message a record, one record a datagram (protocol.md 9). It
 * is open when the handshake is over; each line has a handshake of its own, since a device forgets its sessions when it
 * reboots.
 */
final class DtlsTransport implements Transport {
    private final HostAndPort target;
    private final TransportOptions options;
    private final EventLoop loop;
    private final UdpSocket socket;
    private volatile int recordOverhead = DtlsSession.LARGEST_RECORD_OVERHEAD;
    private Optional<DtlsSession> session = Optional.empty();
    private boolean closed;

    DtlsTransport(HostAndPort target, TransportOptions options, EventLoop loop) {
        this.target = target;
        this.options = options;
        this.loop = loop;
        this.socket = new UdpSocket(target, loop);
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        CompletableFuture<Void> handshake = new CompletableFuture<>();
        return socket.open(new Records(listener, handshake))
                .thenCompose(address -> shakeHands(address, listener, handshake));
    }

    private CompletableFuture<Void> shakeHands(
            InetSocketAddress address, TransportListener listener, CompletableFuture<Void> handshake) {
        DtlsSession started;
        try {
            started = new DtlsSession(
                    DtlsSettings.of(target, options), address, loop, new Events(listener, handshake), socket::send);
        } catch (DtlsSettings.BadCredentials e) {
            close();
            throw new CompletionException(new SmpTransportException(socket.device(), e.getMessage(), e));
        }
        session = Optional.of(started);
        started.shakeHands();
        return handshake;
    }

    @Override
    public void send(byte[] message) {
        session.ifPresent(open -> open.send(message));
    }

    @Override
    public int largestMessage() {
        return Math.min(room(), UdpTransport.DEFAULT_BUFFER_SIZE);
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return Math.min(room(), parameters.bufferSize());
    }

    private int room() {
        return options.mtu() - socket.overhead() - recordOverhead;
    }

    @Override
    public boolean worthReopening() {
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.ifPresent(DtlsSession::end);
            // what the session still has to say goes first
            loop.execute(socket::close);
        }
    }

    /** What comes out of the socket. */
    private final class Records implements HostConnection.Receiver {
        private final TransportListener listener;
        private final CompletableFuture<Void> handshake;

        private Records(TransportListener listener, CompletableFuture<Void> handshake) {
            this.listener = listener;
            this.handshake = handshake;
        }

        @Override
        public void received(byte[] content) {
            session.ifPresent(open -> open.received(content));
        }

        @Override
        public void broken(SmpTransportException reason) {
            session.ifPresent(DtlsSession::end);
            tell(reason, listener, handshake);
        }
    }

    /** What comes out of the session. */
    private final class Events implements DtlsSession.Listener {
        private final TransportListener listener;
        private final CompletableFuture<Void> handshake;

        private Events(TransportListener listener, CompletableFuture<Void> handshake) {
            this.listener = listener;
            this.handshake = handshake;
        }

        @Override
        public void established(int overhead) {
            recordOverhead = overhead;
            handshake.complete(null);
        }

        @Override
        public void message(byte[] message) {
            listener.message(message);
        }

        @Override
        public void failed(Throwable reason) {
            tell(DtlsFailure.of(socket.device(), reason), listener, handshake);
        }
    }

    private void tell(SmpTransportException reason, TransportListener listener, CompletableFuture<Void> handshake) {
        if (!closed && !handshake.completeExceptionally(reason)) {
            listener.closed(reason);
        }
    }
}
