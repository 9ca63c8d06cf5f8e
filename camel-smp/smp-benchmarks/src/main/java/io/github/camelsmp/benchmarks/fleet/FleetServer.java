package io.github.camelsmp.benchmarks.fleet;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.Way;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Simulated devices in a process of their own, each on a UDP port with a round trip of 20 ms. For every line of its
 * standard input, which is a number, it makes so many new ones and prints their ports; those before are gone then. It
 * ends with its input.
 */
public final class FleetServer {

    private static final Duration ONE_WAY = Duration.ofMillis(10);
    private static final int BUFFER_SIZE = 2048;
    private static final int BUFFERS = 4;
    private static final int RUNNING_SIZE = 64 * 1024;

    private FleetServer() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        FirmwareImage running = FirmwareImage.ofSize("1.0.0", RUNNING_SIZE);
        List<SimulatedDevice> devices = new ArrayList<>();
        try (SimulatorThreads threads = SimulatorThreads.create();
                BufferedReader orders =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                devices.forEach(SimulatedDevice::close);
                devices.clear();
                for (int i = 0; i < Integer.parseInt(line); i++) {
                    devices.add(device("fleet-" + i, running, threads));
                }
                System.out.println(devices.stream()
                        .map(device -> String.valueOf(device.listenUdp(0).port()))
                        .collect(Collectors.joining(" ")));
            }
        }
    }

    private static SimulatedDevice device(String name, FirmwareImage running, SimulatorThreads threads) {
        return SimulatedDevice.builder(name)
                .threads(threads)
                .buffers(BUFFER_SIZE, BUFFERS)
                .imageGroup(ImageOptions.DEFAULT.with(ImageFeature.PROGRESSIVE_ERASE))
                .running(running)
                .impairment(Impairment.both(Way.CLEAN.withDelay(ONE_WAY)))
                .build();
    }
}
