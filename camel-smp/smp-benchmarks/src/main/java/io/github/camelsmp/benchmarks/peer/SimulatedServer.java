package io.github.camelsmp.benchmarks.peer;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A simulated device in a process of its own, that erases page by page as data comes. It prints its addresses, UDP first
 * and then a pseudo-terminal, and ends with its standard input.
 */
public final class SimulatedServer {

    private static final int BUFFER_SIZE = 2048;
    private static final int BUFFERS = 4;

    private SimulatedServer() {}

    /** @param arguments a file to write a firmware image to, the bytes of its payload, and the round trip in ms */
    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[1]);
        Duration oneWay = Duration.ofMillis(Integer.parseInt(arguments[2])).dividedBy(2);
        Files.write(Path.of(arguments[0]), FirmwareImage.ofSize("2.0.0", size).bytes());
        try (SimulatedDevice device = SimulatedDevice.builder("peer")
                .buffers(BUFFER_SIZE, BUFFERS)
                .imageGroup(ImageOptions.DEFAULT.with(ImageFeature.PROGRESSIVE_ERASE))
                .secondary(FirmwareImage.ofSize("1.5.0", size))
                .impairment(Impairment.both(Way.CLEAN.withDelay(oneWay)))
                .build()) {
            System.out.println(device.listenUdp(0).address());
            System.out.println(device.openPseudoTerminal().address());
            System.in.transferTo(System.out);
        }
    }
}
