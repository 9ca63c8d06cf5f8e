package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnectionListener;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that mean no good, beside one that does and shares the loop with them. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostilePeerTest {
    private static final SmpClientOptions IMPATIENT =
            SmpClientOptions.DEFAULT.withRequestTimeout(Duration.ofMillis(300)).withRetries(1);

    private final SmpResources resources = SmpResources.create(1, Thread::new);
    private UdpServer honest;
    private SmpConnection beside;

    @BeforeEach
    void connectTheHonestDevice() throws Exception {
        honest = new UdpServer(new BareServer(384, 4));
        beside = resources.connection(new SmpAddress("udp", "127.0.0.1:" + honest.port()), SmpClientOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        resources.close();
        honest.close();
    }

    private void assertTheOtherDeviceIsUnaffected() {
        assertThat(beside.send(new Echo("still there")).join().text()).isEqualTo("still there");
    }

    private interface Talk {
        void to(OutputStream client) throws IOException, InterruptedException;
    }

    /** Talks to whoever connects until the connection ends. */
    private static ServerSocket talkative(Talk talk) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(server, talk), "hostile");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk.to(client.getOutputStream());
            } catch (IOException | InterruptedException ended) {
                // the client has hung up, and may come back
            }
        }
    }

    @Test
    void aLineWithoutEndIsHandedOutInPieces() throws Exception {
        byte[] text = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        CountDownLatch pieces = new CountDownLatch(100);
        AtomicInteger longest = new AtomicInteger();
        try (ServerSocket server = talkative(client -> {
            while (true) {
                client.write(text);
            }
        })) {
            SmpConnection connection = resources.connection(
                    new SmpAddress("tcp", "127.0.0.1:" + server.getLocalPort()),
                    SmpClientOptions.DEFAULT.withRetries(0));
            connection.listen(new SmpConnectionListener() {
                @Override
                public void console(String line) {
                    longest.accumulateAndGet(line.length(), Math::max);
                    pieces.countDown();
                }
            });
            var answer = connection.send(new Echo("hello"));

            pieces.await();
            assertTheOtherDeviceIsUnaffected();
            assertThat(longest.get()).isEqualTo(4096);
            assertThatThrownBy(answer::join).cause().isInstanceOf(SmpException.class);
        }
    }

    @Test
    void aFrameThatComesByteByByteIsWaitedForNoLongerThanAnyAnswer() throws Exception {
        try (ServerSocket server = talkative(client -> {
            client.write(new byte[] {6, 9});
            while (true) {
                client.write('A');
                client.flush();
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        })) {
            SmpConnection connection =
                    resources.connection(new SmpAddress("tcp", "127.0.0.1:" + server.getLocalPort()), IMPATIENT);

            assertThatThrownBy(connection.send(new Echo("hello"))::join).cause().isInstanceOf(SmpException.class);
            assertTheOtherDeviceIsUnaffected();
        }
    }

    @Test
    void aFloodOfMessagesNobodyAskedForKeepsNobodyFromBeingAnswered() throws Exception {
        int flood = 50_000;
        CountDownLatch heard = new CountDownLatch(1);
        byte[] unasked = SmpMessage.encodeResponse(
                SmpHeader.readFrom(new byte[] {8, 0, 0, 0, 0, 64, 0, 1}, 0, 8),
                CborMap.builder().put("n", 1).build());
        try (DatagramSocket device = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            SmpConnection connection =
                    resources.connection(new SmpAddress("udp", "127.0.0.1:" + device.getLocalPort()), IMPATIENT);
            connection.listen(new SmpConnectionListener() {
                @Override
                public void message(SmpMessage message) {
                    heard.countDown();
                }
            });
            var answer = connection.send(new Echo("hello"));
            DatagramPacket first = new DatagramPacket(new byte[2048], 2048);
            device.receive(first);

            for (int i = 0; i < flood; i++) {
                device.send(new DatagramPacket(unasked, unasked.length, first.getSocketAddress()));
            }

            heard.await();
            assertTheOtherDeviceIsUnaffected();
            assertThatThrownBy(answer::join).cause().isInstanceOf(SmpException.class);
        }
    }

    @Test
    void anAnswerFromAStrangerIsNotHeard() throws Exception {
        try (DatagramSocket device = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            SmpConnection connection = resources.connection(
                    new SmpAddress("udp", "127.0.0.1:" + device.getLocalPort()), IMPATIENT.withRetries(0));
            var answer = connection.send(new Echo("hello"));
            DatagramPacket question = new DatagramPacket(new byte[2048], 2048);
            device.receive(question);

            byte[] forged = new BareServer(384, 4).answer(Arrays.copyOf(question.getData(), question.getLength()));
            stranger.send(new DatagramPacket(forged, forged.length, question.getSocketAddress()));

            assertThatThrownBy(answer::join).cause().isInstanceOf(SmpTimeoutException.class);
            assertThat(connection.parameters()).isEmpty();
        }
    }
}
