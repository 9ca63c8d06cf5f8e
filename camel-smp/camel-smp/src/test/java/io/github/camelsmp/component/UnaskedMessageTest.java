package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** A device that says something nobody asked for. */
class UnaskedMessageTest extends CamelTestSupport {

    private DatagramSocket socket;
    private Thread talkative;

    @Override
    protected void setupResources() throws Exception {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        talkative = new Thread(this::talk, "talkative device");
        talkative.start();
    }

    @Override
    protected void cleanupResources() throws Exception {
        socket.close();
        talkative.join();
    }

    /** Answers each request with a refusal, and with a message of a user's group. */
    private void talk() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
                socket.receive(packet);
                SmpHeader request = SmpHeader.readFrom(packet.getData(), 0, packet.getLength());
                reply(packet, SmpMessage.encodeResponse(request, CborMap.of(Map.of("rc", 8))));
                SmpHeader other = new SmpHeader(request.version(), request.op(), 0, 0, 70, 200, 3);
                reply(packet, SmpMessage.encodeResponse(other, CborMap.of(Map.of("alarm", "door"))));
            }
        } catch (SocketException closed) {
            assertThat(socket.isClosed()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reply(DatagramPacket to, byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length, to.getSocketAddress()));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:udp:127.0.0.1:" + socket.getLocalPort() + "?events=message")
                        .to("mock:messages");
            }
        };
    }

    @Test
    void becomesAnExchangeWithGroupCommandSequenceAndPayload() throws Exception {
        MockEndpoint messages = getMockEndpoint("mock:messages");
        messages.expectedMinimumMessageCount(1);
        messages.assertIsSatisfied();

        assertThat(messages.getExchanges().get(0).getMessage().getBody())
                .isEqualTo(Map.of("group", 70, "command", 3, "sequence", 200, "payload", Map.of("alarm", "door")));
    }
}
