package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.bluez.BlueZBackend;
import io.github.camelsmp.ble.rig.FakeBlueZ;
import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.RadioLink;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user writes, down to the radio. */
@Timeout(120)
class UpgradeRouteTest extends CamelTestSupport {

    private static final FirmwareImage NEW_FIRMWARE = FirmwareImage.ofSize("2.0.0", 0xc000);

    private final FakeBlueZ bluez = new FakeBlueZ();

    private final SimulatedDevice device = SimulatedDevice.builder("valve").build();
    private final FakePeripheral peripheral =
            bluez.add(new FakePeripheral(device, "Valve 7", "C0:00:00:00:00:01", RadioLink.DEFAULT, true));

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("radio", new BleTransportProvider(new BlueZBackend(bluez.busAddress())));
    }

    @Override
    protected void cleanupResources() {
        device.close();
        bluez.close();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upgrade").to("smp:ble:Valve 7?operation=firmwareUpgrade");
            }
        };
    }

    @Test
    void aDeviceThatReturnsUnderAnotherAddressIsUpgradedAndVerified() {
        peripheral.addressAfterReset("C0:00:00:00:00:99");

        Map<?, ?> result = template.requestBody("direct:upgrade", NEW_FIRMWARE.bytes(), Map.class);

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(device.runningVersion()).contains("2.0.0");
        assertThat(peripheral.address()).isEqualTo("C0:00:00:00:00:99");
        assertThat(peripheral.connects()).isEqualTo(2);
    }

    @Test
    void aContextThatStopsLetsGoOfItsDevicesFirst() {
        template.requestBody("smp:ble:Valve 7?operation=echo", "hello");

        context.stop();

        assertThat(peripheral.disconnects()).isEqualTo(1);
        assertThat(peripheral.line().isAdvertising()).isTrue();
    }
}
