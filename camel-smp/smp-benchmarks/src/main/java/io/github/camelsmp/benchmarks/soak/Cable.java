package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.line.TcpLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * How a device is reached, and what can be pulled out of it.
 *
 * @param uri of the endpoint
 * @param kind what it is, for the page
 * @param hasChecksum whether the receiver notices a wrong bit
 * @param pull breaks it
 * @param mend makes it whole again
 */
record Cable(String uri, String kind, boolean hasChecksum, Runnable pull, Runnable mend) {

    private static final int KINDS = 10;

    /**
     * Six devices of ten are reached by datagrams, two by a serial line over TCP, one by such a line with bare messages,
     * one by a pseudo-terminal.
     *
     * @param links a folder for the name of a pseudo-terminal that stays when its plug is out
     * @param options of the endpoint
     */
    static Cable to(SimulatedDevice device, int number, Path links, String options) {
        return switch (number % KINDS) {
            case 0 -> pseudoTerminal(device, links.resolve(device.name()), options);
            case 1 -> tcp(device, Framing.RAW, options);
            case 2, 3 -> tcp(device, Framing.CONSOLE, options);
            default -> {
                String uri = "smp:" + device.listenUdp(0).address() + "?" + options;
                yield new Cable(uri, "udp", false, device::powerOff, device::powerOn);
            }
        };
    }

    private static Cable tcp(SimulatedDevice device, Framing framing, String options) {
        TcpLine line = device.listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), framing);
        String name = framing == Framing.RAW ? "raw" : "console";
        String uri = "smp:" + line.address() + "?framing=" + name + "&" + options;
        return new Cable(uri, "tcp " + name, framing == Framing.CONSOLE, line::disconnect, device::powerOn);
    }

    private static Cable pseudoTerminal(SimulatedDevice device, Path link, String options) {
        PseudoTerminal line = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
        return new Cable("smp:" + line.address() + "?" + options, "serial", true, line::unplug, line::replug);
    }
}
