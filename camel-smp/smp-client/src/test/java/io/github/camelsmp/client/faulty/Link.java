package io.github.camelsmp.client.faulty;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.transport.VirtualSerialTransport;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.protocol.transport.TransportProvider;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.SimTransportProvider;
import java.util.concurrent.ScheduledExecutorService;

/** How the device is reached. */
enum Link {
    /** Messages without a checksum of their own: what is corrupted on the way arrives so. */
    DATAGRAMS,
    CONSOLE,
    RAW;

    SmpClientOptions options(SmpClientOptions base) {
        Framing framing = this == RAW ? Framing.RAW : Framing.CONSOLE;
        return base.withTransport(base.transport().withFraming(framing));
    }

    TransportProvider lines(SimulatedDevice device, VirtualLoop loop) {
        return this == DATAGRAMS ? new SimTransportProvider() : new SerialLines(device, loop);
    }

    private record SerialLines(SimulatedDevice device, VirtualLoop virtual) implements TransportProvider {
        @Override
        public String scheme() {
            return "sim";
        }

        @Override
        public String normalise(String address) {
            return address;
        }

        @Override
        public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
            return new VirtualSerialTransport(device, options, virtual);
        }
    }
}
