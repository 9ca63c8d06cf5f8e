package io.github.camelsmp.examples.hawkbit.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Devices made of software, on UDP ports of the loopback interface. */
final class SimulatedFleet implements AutoCloseable {

    private static final FirmwareImage FIRST = FirmwareImage.ofSize("1.0.0", 8 * 1024);

    private final SimulatorThreads threads = SimulatorThreads.create("hawkbit-devices");
    private final Map<String, SimulatedDevice> devices = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    /** Starts one; a round trip to it takes so long. */
    SimulatedDevice add(String controllerId, Duration roundTrip) {
        SimulatedDevice device = SimulatedDevice.builder(controllerId)
                .threads(threads)
                .running(FIRST)
                .impairment(Impairment.roundTrip(roundTrip))
                .bootTime(Duration.ofMillis(200))
                .build();
        devices.put(controllerId, device);
        addresses.put(controllerId, device.listenUdp(0).address());
        return device;
    }

    SimulatedDevice device(String controllerId) {
        return devices.get(controllerId);
    }

    List<String> names() {
        return List.copyOf(devices.keySet());
    }

    /** Writes what a gateway wants to know of them. */
    Path write(Path file) throws IOException {
        List<Map<String, String>> targets = addresses.entrySet().stream()
                .map(each -> Map.of("controllerId", each.getKey(), "address", each.getValue()))
                .toList();
        new ObjectMapper().writeValue(file.toFile(), targets);
        return file;
    }

    @Override
    public void close() {
        devices.values().forEach(SimulatedDevice::close);
        threads.close();
    }
}
