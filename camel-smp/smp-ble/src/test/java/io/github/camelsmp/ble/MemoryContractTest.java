package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.ble.rig.MemoryAir;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.RadioLink;
import org.junit.jupiter.api.Test;

class MemoryContractTest extends BackendContract<MemoryAir> {

    MemoryContractTest() {
        super(new MemoryAir());
    }

    @Test
    void aDeviceIsFoundByTheUuidThatStandsForItsAddress() throws Exception {
        String uuid = "0B9D6F2E-3A51-4C5B-9D0E-1F2A3B4C5D6E";
        try (SimulatedDevice device = SimulatedDevice.builder("sensor").build()) {
            air.add(new FakePeripheral(device, "Sensor", uuid, RadioLink.DEFAULT, true));

            assertThat(get(rig.client(uuid.toLowerCase()).os().echo("hello"))).isEqualTo("hello");
            rig.closeClients();
        }
    }
}
