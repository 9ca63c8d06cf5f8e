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
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class UdpTransportTest {
    private final SmpResources resources = SmpResources.create();

    @AfterEach
    void closeResources() {
        resources.close();
    }

    private SmpConnection connection(String location) {
        return resources.connection(new SmpAddress("udp", location), SmpClientOptions.DEFAULT);
    }

    @Test
    void echoesOverAnIpv4Socket() throws Exception {
        try (UdpServer server = new UdpServer(new BareServer(2048, 4))) {
            SmpConnection connection = connection("127.0.0.1:" + server.port());

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(1472);
            assertThat(connection.largestWindow()).isEqualTo(3);
        }
    }

    @Test
    void echoesOverAnIpv6Socket() throws Exception {
        try (UdpServer server = new UdpServer(new BareServer(2048, 2), InetAddress.getByName("::1"), 0)) {
            SmpConnection connection = connection("[::1]:" + server.port());

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(1452);
            assertThat(connection.largestWindow()).isEqualTo(1);
        }
    }

    @Test
    void aNameIsLookedUp() throws Exception {
        try (UdpServer server = new UdpServer(new BareServer(384, 4))) {
            SmpConnection connection = connection("localhost:" + server.port());

            assertThat(connection.send(new Echo("hello")).join().text()).isEqualTo("hello");
            assertThat(connection.largestMessage()).isEqualTo(384);
        }
    }

    @Test
    void messagesOfTheLargestSizePassBothWays() throws Exception {
        try (UdpServer server = new UdpServer(new BareServer(1400, 4))) {
            SmpConnection connection = connection("127.0.0.1:" + server.port());
            connection.connect().join();
            String text = "x".repeat(1400 - 8 - 1 - 2 - 3);

            assertThat(connection.send(new Echo(text)).join().text()).isEqualTo(text);
        }
    }

    @Test
    void aPortNobodyListensOnIsNamedInTheError() throws Exception {
        int port;
        try (UdpServer server = new UdpServer(new BareServer(384, 4))) {
            port = server.port();
        }

        assertThatThrownBy(connection("127.0.0.1:" + port).connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageStartingWith("udp:127.0.0.1:" + port + ": nobody listens on port " + port);
    }

    @Test
    void aRequestOutlivesARestartOfTheServer() throws Exception {
        UdpServer before = new UdpServer(new BareServer(384, 4));
        SmpConnection connection = connection("127.0.0.1:" + before.port());
        BlockingQueue<SmpTransportException> reasons = new LinkedBlockingQueue<>();
        connection.listen(new SmpConnectionListener() {
            @Override
            public void disconnected(SmpTransportException reason) {
                reasons.add(reason);
            }
        });
        connection.connect().join();
        before.close();

        var answer = connection.send(new Echo("hello"));
        assertThat(reasons.take()).hasMessageContaining("nobody listens");
        try (UdpServer after = new UdpServer(new BareServer(512, 4), InetAddress.getLoopbackAddress(), before.port())) {
            assertThat(answer.join().text()).isEqualTo("hello");
            assertThat(after.port()).isEqualTo(before.port());
            assertThat(connection.parameters().orElseThrow().bufferSize()).isEqualTo(512);
        }
    }

    @Test
    void aHostThatDoesNotExistIsNamedInTheError() {
        assertThatThrownBy(connection("no-such-host.invalid").connect()::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageStartingWith("udp:no-such-host.invalid:1337: the host 'no-such-host.invalid' is not known");
    }

    @Test
    void manyRequestsAtOnceAreAllAnswered() throws Exception {
        try (UdpServer server = new UdpServer(new BareServer(384, 4))) {
            SmpConnection connection = connection("127.0.0.1:" + server.port());

            var answers = IntStream.range(0, 1000)
                    .mapToObj(i -> connection.send(new Echo("echo " + i)))
                    .toList();

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).join().text()).isEqualTo("echo " + i);
            }
            assertThat(connection.counters().retransmissions()).isZero();
        }
    }
}
