package io.github.camelsmp.benchmarks.peer;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A simulated device in a process of its own, over UDP with a round trip of 20 ms, that erases page by page as data
 * comes. It prints its address and ends with its standard input.
 */
public final class SimulatedServer {

    private static final int BUFFER_SIZE = 2048;
    private static final int BUFFERS = 4;
    private static final Duration ONE_WAY = Duration.ofMillis(10);

    private SimulatedServer() {}

    /** @param arguments a file to write a firmware image to, and the bytes of its payload */
    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[1]);
        Files.write(Path.of(arguments[0]), FirmwareImage.ofSize("2.0.0", size).bytes());
        try (SimulatedDevice device = SimulatedDevice.builder("peer")
                .buffers(BUFFER_SIZE, BUFFERS)
                .imageGroup(ImageOptions.DEFAULT.withProgressiveErase(true))
                .secondary(FirmwareImage.ofSize("1.5.0", size))
                .impairment(Impairment.both(Way.CLEAN.withDelay(ONE_WAY)))
                .build()) {
            System.out.println(device.listenUdp(0).address());
            System.in.transferTo(System.out);
        }
    }
}
