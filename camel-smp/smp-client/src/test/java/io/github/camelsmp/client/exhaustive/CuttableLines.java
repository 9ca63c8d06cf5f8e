package io.github.camelsmp.client.exhaustive;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportListener;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import io.github.camelsmp.simulator.line.SimTransportProvider;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/** Lines to simulated devices that somebody can cut; the next one that is opened works. */
final class CuttableLines implements TransportProvider {

    private final TransportProvider provider = new SimTransportProvider();
    private Runnable cut = () -> {};

    /** Cuts the line that is open. */
    void cut() {
        cut.run();
    }

    @Override
    public String scheme() {
        return provider.scheme();
    }

    @Override
    public String normalise(String address) {
        return provider.normalise(address);
    }

    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new Cuttable(provider.create(address, options, loop), address);
    }

    private final class Cuttable implements Transport {
        private final Transport line;
        private final String address;

        private Cuttable(Transport line, String address) {
            this.line = line;
            this.address = address;
        }

        @Override
        public CompletionStage<Void> open(TransportListener listener) {
            cut = () -> {
                line.close();
                listener.closed(new SmpTransportException("sim:" + address, "the line was cut"));
            };
            return line.open(listener);
        }

        @Override
        public void send(byte[] message) {
            line.send(message);
        }

        @Override
        public int largestMessage() {
            return line.largestMessage();
        }

        @Override
        public int largestMessage(McumgrParameters parameters) {
            return line.largestMessage(parameters);
        }

        @Override
        public void close() {
            cut = () -> {};
            line.close();
        }
    }
}
