package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A serial line that something carries over a raw TCP connection: ser2net, a terminal server, an emulator. */
final class TcpTransport implements Transport, HostConnection.Words {
    private final HostAndPort target;
    private final String device;
    private final TransportOptions options;
    private final StreamFraming framing;
    private final HostConnection connection;

    TcpTransport(HostAndPort target, TransportOptions options, EventLoop loop) {
        this.target = target;
        this.device = "tcp:" + target;
        this.options = options;
        this.framing = StreamFraming.of(options, loop);
        this.connection = new HostConnection(target, device, loop);
    }

    @Override
    public CompletionStage<Void> open(TransportListener listener) {
        StreamFraming.Receiver receiver = framing.receiver(listener);
        return connection
                .open(address -> socket(), this, new HostConnection.Receiver() {
                    @Override
                    public void received(byte[] bytes) {
                        receiver.feed(bytes, 0, bytes.length);
                    }

                    @Override
                    public void broken(SmpTransportException reason) {
                        receiver.end();
                        listener.closed(reason);
                    }
                })
                .thenAccept(address -> {});
    }

    private Bootstrap socket() {
        return new Bootstrap()
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeoutMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true);
    }

    private int connectTimeoutMillis() {
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(1, options.connectTimeout().toMillis()));
    }

    @Override
    public SmpTransportException notOpened(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return new SmpTransportException(
                    device,
                    "nothing answers within " + options.connectTimeout().toMillis() / 1000.0
                            + " s: check the address, and firewalls on the way",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new SmpTransportException(
                    device,
                    "the connection was refused: nobody listens on port " + target.port()
                            + " there, start what carries the serial line or correct the port",
                    cause);
        }
        return new SmpTransportException(device, "no connection: " + cause.getMessage(), cause);
    }

    @Override
    public SmpTransportException broken(Throwable cause) {
        return new SmpTransportException(device, "the connection broke: " + cause.getMessage(), cause);
    }

    @Override
    public SmpTransportException ended() {
        return new SmpTransportException(device, "the other side closed the connection");
    }

    @Override
    public void send(byte[] message) {
        framing.send(message, connection::send);
    }

    @Override
    public boolean isConsole() {
        return framing.isConsole();
    }

    @Override
    public CompletionStage<Void> type(byte[] keys) {
        return connection.write(keys);
    }

    @Override
    public int largestMessage() {
        return framing.largestMessage();
    }

    @Override
    public int largestMessage(McumgrParameters parameters) {
        return framing.largestMessage(parameters);
    }

    @Override
    public Duration quietAfterReset() {
        return StreamFraming.QUIET_AFTER_RESET;
    }

    @Override
    public int wholeFragments(int size) {
        return framing.wholeFragments(size);
    }

    @Override
    public int largestWindow(McumgrParameters parameters) {
        return framing.largestWindow(parameters);
    }

    @Override
    public void close() {
        connection.close();
    }
}
