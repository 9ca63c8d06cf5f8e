package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.util.concurrent.ScheduledExecutorService;

/** Finds simulated devices of this JVM by their names: {@code smp:sim:board-1}. */
public final class SimTransportProvider implements TransportProvider {

    @Override
    public String scheme() {
        return "sim";
    }

    @Override
    public String normalise(String address) {
        String name = address.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the address of a simulated device is its name, and it is missing");
        }
        return name;
    }

    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new SimTransport(address, loop);
    }
}
