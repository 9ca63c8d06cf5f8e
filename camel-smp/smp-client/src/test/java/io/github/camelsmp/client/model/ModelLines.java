package io.github.camelsmp.client.model;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/** Lines that check how they are used. What they do themselves is said by their run. */
final class ModelLines implements TransportProvider {
    static final SmpAddress ADDRESS = new SmpAddress("model", "board");

    /** Says what lines do. */
    interface Script {
        CompletionStage<Void> opens(Line line);

        CompletionStage<Void> triesOut(Line line);

        void sends(Line line, SmpMessage message, int size);

        Duration quietAfterReset();

        boolean worthReopening();
    }

    private final Script script;
    private final Rules rules;
    private final List<Line> lines = new ArrayList<>();

    ModelLines(Script script, Rules rules) {
        this.script = script;
        this.rules = rules;
    }

    /** All lines there were. */
    List<Line> all() {
        return lines;
    }

    /** The one that is in use, or will be next. */
    Line last() {
        return lines.get(lines.size() - 1);
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
        Line line = new Line(lines.size());
        lines.add(line);
        return line;
    }

    /** One line, used once. */
    final class Line implements Transport {
        final int number;
        TransportListener listener;
        boolean open;
        boolean over;
        boolean closed;

        private Line(int number) {
            this.number = number;
        }

        /** Whether what it says is to be heard. */
        boolean isHeard() {
            return open && !over && !closed;
        }

        void breaks(String reason) {
            over = true;
            listener.closed(new SmpTransportException(ADDRESS.toString(), reason));
        }

        @Override
        public CompletionStage<Void> open(TransportListener listener) {
            rules.require(this.listener == null, "line %d is opened twice", number);
            rules.require(
                    lines.subList(0, number).stream().allMatch(earlier -> earlier.closed),
                    "line %d is opened beside another one",
                    number);
            this.listener = listener;
            return script.opens(this);
        }

        @Override
        public CompletionStage<Void> tryOut(McumgrParameters parameters) {
            return script.triesOut(this);
        }

        @Override
        public void send(byte[] message) {
            rules.require(open, "line %d is used before it is open", number);
            rules.require(!closed, "line %d is used after it was closed", number);
            script.sends(this, SmpMessage.decode(message), message.length);
        }

        @Override
        public int largestMessage() {
            return 96;
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            return Math.max(0, parameters.bufferSize() - 4);
        }

        @Override
        public Duration quietAfterReset() {
            return script.quietAfterReset();
        }

        @Override
        public boolean worthReopening() {
            return script.worthReopening();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
