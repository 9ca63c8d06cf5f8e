package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleTransportProvider;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.line.RadioLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything from a client to a device, in one JVM: the client library, its Bluetooth transport, an air, and simulated devices. */
public final class Rig implements AutoCloseable {

    private final Air air;
    private final SmpResources resources;
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final List<SmpClient> clients = new ArrayList<>();

    /** @param air is closed with everything else */
    public Rig(Air air) {
        this.air = air;
        this.resources = SmpResources.create(1, Rig::daemon, List.of(new BleTransportProvider(air.backend())));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "rig");
        thread.setDaemon(true);
        return thread;
    }

    /** A device of this name within reach, with MTU 247 and without reassembly. */
    public FakePeripheral device(String name) {
        return device(name, RadioLink.DEFAULT, false, builder -> builder);
    }

    /** A device of this name within reach. */
    public FakePeripheral device(
            String name, RadioLink link, boolean reassembly, UnaryOperator<SimulatedDeviceBuilder> made) {
        SimulatedDevice device = made.apply(SimulatedDevice.builder(name)).build();
        devices.add(device);
        String address = "C0:00:00:00:00:%02X".formatted(devices.size());
        return air.add(new FakePeripheral(device, name, address, link, reassembly));
    }

    /** The simulated device made last. */
    public SimulatedDevice simulated() {
        return devices.get(devices.size() - 1);
    }

    /** A client of a device. */
    public SmpClient client(String address) {
        return client(address, SmpClientOptions.DEFAULT);
    }

    /** A client of a device, with options. */
    public SmpClient client(String address, SmpClientOptions options) {
        SmpClient client = SmpClient.of("ble:" + address, options, resources);
        clients.add(client);
        return client;
    }

    /** Closes everything on this side of the bus. */
    public void closeClients() {
        clients.forEach(SmpClient::close);
        resources.close();
    }

    @Override
    public void close() {
        closeClients();
        devices.forEach(SimulatedDevice::close);
        air.close();
    }
}
