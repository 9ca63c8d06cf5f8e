package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.threads.SocketLoop;
import io.github.camelsmp.simulator.threads.SocketLoop.Ready;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial line carried over TCP, as terminal servers and emulators do. It serves one connection; a new one takes the
 * place of the old. The connection stays when the device restarts.
 */
public final class TcpLine extends StreamLine {

    private static final Logger LOG = LoggerFactory.getLogger(TcpLine.class);
    private static final int CHUNK = 16 * 1024;

    private final ServerSocketChannel server;
    private final InetSocketAddress local;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private SocketChannel connection;
    private SelectionKey key;

    private TcpLine(LineHost host, Framing framing, ServerSocketChannel server) throws IOException {
        super(host, framing);
        this.server = server;
        this.local = (InetSocketAddress) server.getLocalAddress();
    }

    /** Listens on an address; port 0 takes any free one. */
    public static TcpLine listen(LineHost host, SocketLoop sockets, InetSocketAddress address, Framing framing) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            try {
                server.bind(address);
                server.configureBlocking(false);
                TcpLine line = new TcpLine(host, framing, server);
                sockets.watch(server, SelectionKey.OP_ACCEPT, line::admit).join();
                return line;
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("device " + host.name() + " cannot listen on TCP " + address, e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return local.getPort();
    }

    @Override
    public String address() {
        return "tcp:" + UdpLine.hostAndPort(local);
    }

    /** Drops the connection, as a terminal server that restarts does. */
    public void disconnect() {
        host().run(this::hangUp);
    }

    private void admit(SelectionKey listening) throws IOException {
        SocketChannel accepted = server.accept();
        if (accepted == null) {
            return;
        }
        accepted.configureBlocking(false);
        accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Ready ready = used -> serve(accepted, used);
        SelectionKey own = accepted.register(listening.selector(), SelectionKey.OP_READ, ready);
        host().run(() -> {
            hangUp();
            forgetHalfMessages();
            connection = accepted;
            key = own;
        });
    }

    private void serve(SocketChannel from, SelectionKey ready) throws IOException {
        if (ready.isValid() && ready.isWritable()) {
            host().run(this::flush);
        }
        if (ready.isValid() && ready.isReadable()) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            int count;
            try {
                count = from.read(chunk);
            } catch (IOException e) {
                LOG.debug("the connection to device {} broke: {}", host().name(), e.toString());
                count = -1;
            }
            if (count < 0) {
                // not while the device writes, which needs the key of an open connection
                host().run(() -> close(from));
            } else if (count > 0) {
                byte[] bytes = new byte[count];
                chunk.flip().get(bytes);
                received(bytes);
            }
        }
    }

    @Override
    void write(byte[] bytes) {
        if (connection != null && connection.isOpen()) {
            unsent.add(ByteBuffer.wrap(bytes));
            flush();
        }
    }

    private void flush() {
        if (connection == null || !connection.isOpen()) {
            unsent.clear();
            return;
        }
        try {
            while (!unsent.isEmpty()) {
                connection.write(unsent.peek());
                if (unsent.peek().hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    key.selector().wakeup();
                    return;
                }
                unsent.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException e) {
            LOG.debug("the connection to device {} broke: {}", host().name(), e.toString());
            hangUp();
        }
    }

    private void hangUp() {
        unsent.clear();
        if (connection != null) {
            close(connection);
            connection = null;
        }
    }

    private void close(SocketChannel ended) {
        try {
            ended.close();
        } catch (IOException e) {
            LOG.debug("the connection to device {} did not close: {}", host().name(), e.toString());
        }
    }

    @Override
    void release() {
        host().run(this::hangUp);
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("the TCP socket of device {} did not close", host().name(), e);
        }
    }
}
