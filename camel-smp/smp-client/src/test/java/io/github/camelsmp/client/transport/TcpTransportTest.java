package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnectionListener;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class TcpTransportTest {
    private static final TransportOptions RAW = TransportOptions.DEFAULT.withFraming(TransportOptions.Framing.RAW);

    private final SmpResources resources = SmpResources.create();

    @AfterEach
    void closeResources() {
        resources.close();
    }

    private SmpConnection connection(TcpServer server, TransportOptions options) {
        return resources.connection(
                new SmpAddress("tcp", "127.0.0.1:" + server.port()), SmpClientOptions.DEFAULT.withTransport(options));
    }

    @Test
    void echoesWithConsoleFraming() throws Exception {
        try (TcpServer server = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.CONSOLE)) {
            SmpConnection connection = connection(server, TransportOptions.DEFAULT);

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(1020);
            assertThat(connection.largestWindow()).isEqualTo(3);
        }
    }

    @Test
    void echoesWithRawFraming() throws Exception {
        try (TcpServer server = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.RAW)) {
            SmpConnection connection = connection(server, RAW);

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(1024);
            assertThat(connection.largestWindow()).isEqualTo(1);
        }
    }

    @Test
    void longMessagesPassWithEitherFraming() throws Exception {
        String text = "x".repeat(1000);
        try (TcpServer console = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.CONSOLE);
                TcpServer raw = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.RAW)) {
            SmpConnection overConsole = connection(console, TransportOptions.DEFAULT);
            SmpConnection overRaw = connection(raw, RAW);
            overConsole.connect().join();
            overRaw.connect().join();

            assertThat(overConsole.send(new Echo(text)).join().text()).isEqualTo(text);
            assertThat(overRaw.send(new Echo(text)).join().text()).isEqualTo(text);
        }
    }

    @Test
    void textBetweenMessagesIsHeardAsConsoleLines() throws Exception {
        try (TcpServer server = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.CONSOLE)) {
            SmpConnection connection = connection(server, TransportOptions.DEFAULT);
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            connection.listen(new SmpConnectionListener() {
                @Override
                public void console(String line) {
                    lines.add(line);
                }
            });
            connection.connect().join();

            server.print("*** Booting Zephyr OS ***\r\n");

            assertThat(lines.take()).isEqualTo("*** Booting Zephyr OS ***");
        }
    }

    @Test
    void aConnectionThatTheOtherSideClosesIsOpenedAgain() throws Exception {
        try (TcpServer server = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.CONSOLE)) {
            SmpConnection connection = connection(server, TransportOptions.DEFAULT);
            BlockingQueue<SmpTransportException> reasons = new LinkedBlockingQueue<>();
            connection.listen(new SmpConnectionListener() {
                @Override
                public void disconnected(SmpTransportException reason) {
                    reasons.add(reason);
                }
            });
            connection.connect().join();

            server.hangUp();
            assertThat(reasons.take()).hasMessageContaining("the other side closed the connection");

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.counters().connects()).isEqualTo(2);
        }
    }

    @Test
    void aRefusedConnectionSaysSo() throws Exception {
        TcpServer server = new TcpServer(new BareServer(1024, 4), TcpServer.Framing.CONSOLE);
        server.close();

        assertThatThrownBy(connection(server, TransportOptions.DEFAULT).connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("the connection was refused: nobody listens on port " + server.port());
    }
}
