package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFramingTest {
    private static final McumgrParameters PARAMETERS = new McumgrParameters(1024, 4);
    private static final TransportOptions CONSOLE = TransportOptions.DEFAULT;
    private static final TransportOptions RAW = CONSOLE.withFraming(Framing.RAW);

    private final VirtualLoop loop = new VirtualLoop();
    private final RawFraming raw = new RawFraming(RAW, loop, loop::nanoTime);
    private final List<byte[]> wire = new ArrayList<>();
    private final Heard heard = new Heard();

    private static final class Heard implements TransportListener {
        private final List<byte[]> messages = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private int discarded;

        @Override
        public void message(byte[] message) {
            messages.add(message);
        }

        @Override
        public void console(String line) {
            lines.add(line);
        }

        @Override
        public void discarded(String reason) {
            discarded++;
        }

        @Override
        public void closed(SmpTransportException reason) {
            throw new AssertionError("no framing closes a line", reason);
        }
    }

    private static byte[] request() {
        return SmpMessage.encode(new Echo("hello"), SmpVersion.V2, 7);
    }

    private static byte[] answer() {
        return SmpMessage.encodeResponse(
                SmpMessage.decode(request()).header(),
                CborMap.builder().put("r", "hello").build());
    }

    private void feed(StreamFraming.Receiver receiver, byte[] bytes) {
        receiver.feed(bytes, 0, bytes.length);
    }

    @Test
    void consoleMessagesFillWhatTheStrategySays() {
        var automatic = StreamFraming.of(CONSOLE, loop);
        var named = StreamFraming.of(CONSOLE.withSizing(new SizingStrategy.BufferSize(512)), loop);
        var lines = StreamFraming.of(CONSOLE.withSizing(new SizingStrategy.BufferParams(128, 2)), loop);

        assertThat(automatic.largestMessage()).isEqualTo(169);
        assertThat(automatic.largestMessage(PARAMETERS)).isEqualTo(1020);
        assertThat(named.largestMessage(PARAMETERS)).isEqualTo(508);
        assertThat(lines.largestMessage(PARAMETERS)).isEqualTo(169);
    }

    @Test
    void rawMessagesFillTheBuffer() {
        var named = StreamFraming.of(RAW.withSizing(new SizingStrategy.BufferSize(512)), loop);

        assertThat(raw.largestMessage()).isEqualTo(384);
        assertThat(raw.largestMessage(PARAMETERS)).isEqualTo(1024);
        assertThat(named.largestMessage(PARAMETERS)).isEqualTo(512);
    }

    @Test
    void onlyConsoleServersWithWholeBuffersTakeSeveralRequestsAtATime() {
        assertThat(StreamFraming.of(CONSOLE, loop).largestWindow(PARAMETERS)).isEqualTo(3);
        assertThat(StreamFraming.of(CONSOLE.withSizing(new SizingStrategy.BufferParams(128, 2)), loop)
                        .largestWindow(PARAMETERS))
                .isEqualTo(1);
        assertThat(raw.largestWindow(PARAMETERS)).isEqualTo(1);
    }

    @Test
    void aRawRequestAfterAnAnsweredOneGoesOutAtOnce() {
        raw.send(request(), wire::add);
        feed(raw.receiver(heard), answer());
        raw.send(request(), wire::add);

        assertThat(wire).containsExactly(request(), request());
    }

    @Test
    void aRawRequestAfterAnUnansweredOneFollowsARunThatNoRequestBeginsWith() {
        raw.send(request(), wire::add);

        raw.send(request(), wire::add);
        assertThat(wire).hasSize(2);
        assertThat(wire.get(1)).hasSize(request().length).containsOnly(0xff);
        loop.advance(RawFraming.SILENCE);
        assertThat(wire).hasSize(2);
        loop.advance(RawFraming.SILENCE);

        assertThat(wire.get(2)).isEqualTo(request());
    }

    @Test
    void afterBytesThatAreNoRawMessageEverythingIsDrainedUntilTheLineIsSilent() {
        var receiver = raw.receiver(heard);
        feed(receiver, new byte[] {'b', 'o', 'o', 't', 'i', 'n', 'g', '.', '.'});
        loop.advance(RawFraming.SILENCE.dividedBy(2));
        feed(receiver, answer());
        assertThat(heard.messages).isEmpty();

        loop.advance(RawFraming.SILENCE);
        feed(receiver, answer());

        assertThat(heard.messages).containsExactly(answer());
        assertThat(heard.discarded).isEqualTo(1);
    }

    @Test
    void aRawMessageThatIsHeldUpForAWhileIsPutTogether() {
        var receiver = raw.receiver(heard);
        receiver.feed(answer(), 0, 5);
        loop.advance(RawFraming.ABANDONED.minus(Duration.ofMillis(1)));
        receiver.feed(answer(), 5, answer().length - 5);

        assertThat(heard.messages).containsExactly(answer());
    }

    @Test
    void aRawMessageWithoutAnEndDoesNotSwallowTheNextOne() {
        var receiver = raw.receiver(heard);
        receiver.feed(answer(), 0, 5);
        loop.advance(RawFraming.ABANDONED);
        feed(receiver, answer());

        assertThat(heard.messages).containsExactly(answer());
        assertThat(heard.discarded).isEqualTo(1);
    }

    private void print(StreamFraming.Receiver receiver, String text) {
        feed(receiver, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aPromptIsHandedOutWhenNothingFollowsIt() {
        StreamFraming.Receiver receiver = StreamFraming.of(CONSOLE, loop).receiver(heard);
        print(receiver, "hello\r\nuart:~$ ");
        loop.advance(ConsoleReceiver.PAUSE.minusMillis(1));
        assertThat(heard.lines).containsExactly("hello");

        loop.advance(Duration.ofMillis(1));

        assertThat(heard.lines).containsExactly("hello", "uart:~$ ");
    }

    @Test
    void aLineThatComesInPiecesStaysWhole() {
        StreamFraming.Receiver receiver = StreamFraming.of(CONSOLE, loop).receiver(heard);
        for (String piece : List.of("one ", "line ", "in ", "pieces\r\n")) {
            print(receiver, piece);
            loop.advance(ConsoleReceiver.PAUSE.multipliedBy(9).dividedBy(10));
        }
        loop.runToEnd();

        assertThat(heard.lines).containsExactly("one line in pieces");
    }

    @Test
    void aLineThatGoesOnAfterALongPauseIsTwo() {
        StreamFraming.Receiver receiver = StreamFraming.of(CONSOLE, loop).receiver(heard);
        print(receiver, "password: ");
        loop.runToEnd();
        print(receiver, "accepted\n");
        loop.runToEnd();

        assertThat(heard.lines).containsExactly("password: ", "accepted");
    }
}
