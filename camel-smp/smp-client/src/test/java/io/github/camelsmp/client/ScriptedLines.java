package io.github.camelsmp.client;

import io.github.camelsmp.protocol.Cbor;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.serial.SizingStrategy;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/** Lines a test holds the other end of. */
final class ScriptedLines implements TransportProvider {
    static final SmpAddress ADDRESS = new SmpAddress("scripted", "board");

    /** What the device answers when asked for its parameters; empty for one that says nothing. */
    Optional<CborMap> parameters = Optional.of(
            CborMap.builder().put("buf_size", 256).put("buf_count", 4).build());

    /** Whether the device answers the connection's own echo, which has no text. */
    boolean echoesNothing;

    /** Why lines cannot be opened at the moment. */
    Optional<SmpTransportException> obstacle = Optional.empty();

    boolean worthReopening;
    Duration quietAfterReset = Duration.ZERO;
    final List<ScriptedLine> opened = new ArrayList<>();
    int attempts;

    ScriptedLine line() {
        return opened.get(opened.size() - 1);
    }

    @Override
    public String scheme() {
        return ADDRESS.scheme();
    }

    @Override
    public String normalise(String address) {
        return address;
    }

    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new ScriptedLine();
    }

    static CborMap map(String key, Object value) {
        return CborMap.builder().put(key, value).build();
    }

    final class ScriptedLine implements Transport {
        final Deque<SmpMessage> sent = new ArrayDeque<>();
        TransportListener listener;
        boolean closed;

        @Override
        public CompletionStage<Void> open(TransportListener listener) {
            this.listener = listener;
            attempts++;
            if (obstacle.isPresent()) {
                return CompletableFuture.failedFuture(obstacle.get());
            }
            opened.add(this);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void send(byte[] message) {
            SmpMessage decoded = SmpMessage.decode(message);
            boolean os = decoded.header().group() == 0;
            if (os && decoded.header().command() == 6) {
                parameters.ifPresent(answer -> answer(decoded.header(), answer));
            } else if (os && decoded.payload().equals(map("d", ""))) {
                if (echoesNothing) {
                    echo(decoded);
                }
            } else {
                sent.add(decoded);
            }
        }

        /** What was sent next, the connection's own questions left out. */
        SmpHeader taken() {
            return sent.remove().header();
        }

        void answer(SmpHeader request, CborMap payload) {
            listener.message(SmpMessage.encodeResponse(request, payload));
        }

        void echo(SmpMessage request) {
            answer(request.header(), map("r", request.payload().text("d")));
        }

        void echoNext() {
            echo(sent.remove());
        }

        void breaks() {
            listener.closed(new SmpTransportException(ADDRESS.toString(), "unplugged"));
        }

        /** An answer with a sound header and a payload that is none. */
        void answerDamaged(SmpHeader request) {
            byte[] message = new byte[SmpHeader.SIZE + 1];
            request.response(1).writeTo(message, 0);
            message[SmpHeader.SIZE] = Cbor.encode(map("r", "x"))[0];
            listener.message(message);
        }

        @Override
        public int largestMessage() {
            return 80;
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            return new SizingStrategy.Auto().largestMessage(parameters);
        }

        @Override
        public Duration quietAfterReset() {
            return quietAfterReset;
        }

        @Override
        public boolean worthReopening() {
            return worthReopening;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
