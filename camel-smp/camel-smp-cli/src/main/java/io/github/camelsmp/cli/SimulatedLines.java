package io.github.camelsmp.cli;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How simulated boards are reached. The second board takes the next port, and so on. */
final class SimulatedLines {

    private static final int SMP_PORT = 1337;
    private static final String ANY = "any";

    @Option(
            names = "--udp",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "1337",
            description =
                    "Over UDP on the loopback interface; 0 for any free port. Default: 1337, if nothing else is told.")
    private Integer udp;

    @Option(
            names = "--tcp",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "4001",
            description = "As a serial line over TCP on the loopback interface, 4001 unless told; 0 for any free port.")
    private Integer tcp;

    @Option(
            names = "--pty",
            arity = "0..1",
            paramLabel = "LINK",
            fallbackValue = ANY,
            description = "As a serial port; with a path, a link of that name is made to it.")
    private String pty;

    @Option(
            names = "--framing",
            paramLabel = "FRAMING",
            defaultValue = "console",
            description = "Of --tcp and --pty: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ConnectionOptions.FramingOption framing;

    /**
     * Opens them.
     *
     * @param number of the board, from 0
     * @return the addresses
     */
    List<String> open(SimulatedDevice device, int number) {
        List<String> addresses = new ArrayList<>();
        if (udp != null || tcp == null && pty == null) {
            int port = udp == null ? SMP_PORT : udp;
            addresses.add(device.listenUdp(next(port, number)).address());
        }
        if (tcp != null) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), next(tcp, number));
            addresses.add(device.listenTcp(address, framing()).address());
        }
        if (pty != null) {
            addresses.add(device.openPseudoTerminal(terminal(number)).address());
        }
        return addresses;
    }

    private PseudoTerminal.Options terminal(int number) {
        PseudoTerminal.Options options = PseudoTerminal.Options.DEFAULT.withFraming(framing());
        if (ANY.equals(pty)) {
            return options;
        }
        return options.withLink(Path.of(number == 0 ? pty : pty + "-" + (number + 1)));
    }

    private static int next(int port, int number) {
        return port == 0 ? 0 : port + number;
    }

    private Framing framing() {
        return framing == ConnectionOptions.FramingOption.raw ? Framing.RAW : Framing.CONSOLE;
    }
}
