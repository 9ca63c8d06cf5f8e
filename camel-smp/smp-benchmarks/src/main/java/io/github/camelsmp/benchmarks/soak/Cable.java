package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.line.TcpLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a device is reached, and what can be pulled out of it.
 *
 * @param uri of the endpoint
 * @param kind what it is, for the page
 * @param hasChecksum whether the receiver notices a wrong bit
 * @param impair lets it do wrong what a weather says
 * @param pull breaks it
 * @param mend makes it whole again
 * @param release gives back what is between endpoint and device
 */
record Cable(
        String uri,
        String kind,
        boolean hasChecksum,
        Consumer<Weather> impair,
        Runnable pull,
        Runnable mend,
        Runnable release) {

    private static final int KINDS = 10;

    /**
     * Five devices of ten are reached by datagrams, one by DTLS, two by a serial line over TCP, one by such a line with bare
     * messages, one by a pseudo-terminal.
     *
     * @param links a folder for the name of a pseudo-terminal that stays when its plug is out
     * @param options of the endpoint
     */
    static Cable to(SimulatedDevice device, int number, Path links, String options) {
        return switch (number % KINDS) {
            case 0 -> pseudoTerminal(device, links.resolve(device.name()), options);
            case 1 -> tcp(device, Framing.RAW, options);
            case 2, 3 -> tcp(device, Framing.CONSOLE, options);
            case 4 -> dtls(device, number, options);
            default -> {
                String uri = "smp:" + device.listenUdp(0).address() + "?" + options;
                yield direct(device, uri, "udp", false, device::powerOff, device::powerOn);
            }
        };
    }

    private static Cable direct(
            SimulatedDevice device, String uri, String kind, boolean hasChecksum, Runnable pull, Runnable mend) {
        return new Cable(uri, kind, hasChecksum, weather -> device.impair(weather.impairment()), pull, mend, () -> {});
    }

    private static Cable dtls(SimulatedDevice device, int number, String options) {
        DtlsGateway gateway = new DtlsGateway(device, number);
        String uri = "smp:" + gateway.address() + "?" + DtlsGateway.OPTIONS + "&" + options;
        return new Cable(uri, "dtls", true, gateway::impair, device::powerOff, gateway::powerOn, gateway::close);
    }

    private static Cable tcp(SimulatedDevice device, Framing framing, String options) {
        TcpLine line = device.listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), framing);
        String name = framing == Framing.RAW ? "raw" : "console";
        String uri = "smp:" + line.address() + "?framing=" + name + "&" + options;
        return direct(device, uri, "tcp " + name, framing == Framing.CONSOLE, line::disconnect, device::powerOn);
    }

    private static Cable pseudoTerminal(SimulatedDevice device, Path link, String options) {
        PseudoTerminal line = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
        return direct(device, "smp:" + line.address() + "?" + options, "serial", true, line::unplug, line::replug);
    }
}
