package io.github.camelsmp.client.transport;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MessageCallback;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.ContentType;
import org.eclipse.californium.scandium.dtls.DTLSSession;
import org.eclipse.californium.scandium.dtls.Record;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;

/**
 * One DTLS session of Scandium's that has neither a socket nor a thread: datagrams come from and go to a socket of ours,
 * and the loop does the work.
 */
final class DtlsSession extends DTLSConnector {
    /** Type, version, epoch, sequence number and length before each record (RFC 6347, 4.1). */
    private static final int RECORD_HEADER = 13;

    /** What a record adds to a message with the most talkative cipher suite. */
    static final int LARGEST_RECORD_OVERHEAD = RECORD_HEADER + CipherSuite.getOverallMaxCiphertextExpansion();

    /** Scandium carries data only; a handshake of its own is asked for with none. */
    private static final byte[] NOTHING = {};

    private final InetSocketAddress peer;
    private final EventLoop loop;
    private final Listener listener;
    private final Consumer<byte[]> out;

    /** Hears what becomes of a session, on the loop. */
    interface Listener {
        /** The handshake is over. Each message costs so many bytes more. */
        void established(int overhead);

        void message(byte[] message);

        /** The handshake failed, or the session came to its end. */
        void failed(Throwable reason);
    }

    /** The device says that the session is over. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        private Ended(AlertDescription alert) {
            super(alert.name());
        }
    }

    /**
     * @param peer the device
     * @param loop does all the work, and is where all methods are called
     * @param out takes datagrams for the device
     */
    DtlsSession(
            DtlsConnectorConfig settings,
            InetSocketAddress peer,
            EventLoop loop,
            Listener listener,
            Consumer<byte[]> out) {
        super(settings);
        this.peer = peer;
        this.loop = loop;
        this.listener = listener;
        this.out = out;
        setExecutor(loop);
        setRawDataReceiver(data -> listener.message(data.getBytes()));
        setAlertHandler((from, alert) -> alarmed(alert));
    }

    /** Begins; the listener hears how it goes. */
    void shakeHands() {
        try {
            init(config.getAddress(), new NoSocket(), null);
            send(outbound(NOTHING, Optional.of(new Handshake())));
        } catch (IOException e) {
            listener.failed(e);
        }
    }

    void send(byte[] message) {
        send(outbound(message, Optional.empty()));
    }

    private RawData outbound(byte[] message, Optional<MessageCallback> callback) {
        return RawData.outbound(message, new AddressEndpointContext(peer), callback.orElse(null), false);
    }

    void received(byte[] datagram) {
        processDatagram(new DatagramPacket(datagram, datagram.length, peer));
    }

    /** Says good-bye if there is somebody to say it to, and forgets the keys. */
    void end() {
        if (isRunning()) {
            close(peer);
            loop.execute(this::destroy);
        }
    }

    private void alarmed(AlertMessage alert) {
        boolean over = alert.getLevel() == AlertLevel.FATAL || alert.getDescription() == AlertDescription.CLOSE_NOTIFY;
        if (over && isRunning()) {
            loop.execute(() -> listener.failed(new Ended(alert.getDescription())));
        }
    }

    private int overhead() {
        DTLSSession session = getSessionByAddress(peer);
        return session == null
                ? LARGEST_RECORD_OVERHEAD
                : RECORD_HEADER + session.getCipherSuite().getMaxCiphertextExpansion();
    }

    @Override
    protected void sendRecord(Record record) throws IOException {
        boolean carriesNothing = record.getType() == ContentType.APPLICATION_DATA
                && record.getFragment().size() == NOTHING.length;
        if (!carriesNothing) {
            super.sendRecord(record);
        }
    }

    @Override
    protected void sendNextDatagramOverNetwork(DatagramPacket datagram) {
        int from = datagram.getOffset();
        out.accept(Arrays.copyOfRange(datagram.getData(), from, from + datagram.getLength()));
    }

    private final class Handshake implements MessageCallback {
        @Override
        public void onSent() {
            listener.established(overhead());
        }

        @Override
        public void onError(Throwable error) {
            listener.failed(error);
        }

        @Override
        public void onConnecting() {
            // it was asked for
        }

        @Override
        public void onDtlsRetransmission(int flight) {
            // Scandium decides how often
        }

        @Override
        public void onContextEstablished(EndpointContext context) {
            // followed by onSent
        }
    }

    /** Stands where Scandium wants to see a socket. */
    private static final class NoSocket extends DatagramSocket {
        private NoSocket() throws SocketException {
            super((SocketAddress) null);
            super.close();
        }

        @Override
        public boolean isBound() {
            return true;
        }

        @Override
        public InetAddress getLocalAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public int getLocalPort() {
            return 0;
        }

        @Override
        public int getReceiveBufferSize() {
            return 0;
        }

        @Override
        public int getSendBufferSize() {
            return 0;
        }
    }
}
