package io.github.camelsmp.examples.fleet;

import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.UdpLine;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Devices made of software, on UDP ports of the loopback interface. They count how often they start anew, and see who asks. */
final class FleetDevices implements AutoCloseable {

    private static final FirmwareImage FIRST = FirmwareImage.ofSize("1.0.0", 8 * 1024);
    private static final int SLOT_SIZE = 64 * 1024;

    private final SimulatorThreads threads = SimulatorThreads.create("fleet-devices");
    private final List<Simulated> devices = new ArrayList<>();

    private record Simulated(SimulatedDevice device, String address, AtomicInteger starts, Clients clients) {}

    /**
     * Starts them.
     *
     * @param roundTrip of the network
     */
    FleetDevices(int count, Duration roundTrip) {
        for (int number = 0; number < count; number++) {
            SimulatedDevice device = SimulatedDevice.builder("fleet-" + number)
                    .threads(threads)
                    .running(FIRST)
                    .slotSize(SLOT_SIZE)
                    .impairment(Impairment.roundTrip(roundTrip))
                    .bootTime(Duration.ofMillis(300))
                    .build();
            AtomicInteger starts = new AtomicInteger();
            device.observe(state -> starts.addAndGet(state == DeviceState.BOOTING ? 1 : 0));
            UdpLine line = device.listenUdp(0);
            Clients clients = new Clients();
            line.observeSenders(clients::asked);
            devices.add(new Simulated(device, line.address(), starts, clients));
        }
    }

    List<String> addresses() {
        return devices.stream().map(Simulated::address).toList();
    }

    /** This one will never answer. */
    void silence(int number) {
        devices.get(number).device().powerOff();
    }

    /** How many run a version. */
    long running(String version) {
        return devices.stream()
                .filter(each ->
                        each.device().runningVersion().filter(version::equals).isPresent())
                .count();
    }

    /** How many started anew more than once; an upgrade takes one start. */
    long startedTwice() {
        return devices.stream().filter(each -> each.starts().get() > 1).count();
    }

    /** How many saw a client again after another had asked: two gateways at the same time. */
    long shared() {
        return devices.stream().filter(each -> each.clients().overlaps() > 0).count();
    }

    @Override
    public void close() {
        devices.forEach(each -> each.device().close());
        threads.close();
    }
}
