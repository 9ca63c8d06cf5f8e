package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.McumgrParameters;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FoundDeviceTest {
    private static final UsbIdentity USB = new UsbIdentity(0x2fe3, 1, Optional.of("A1"));

    private static FoundDevice at(String path, Optional<UsbIdentity> usb) {
        return new FoundDevice(
                new SmpAddress("serial", path),
                "ttyACM0",
                "Zephyr board",
                Optional.of(path),
                usb,
                OptionalInt.of(-60),
                Optional.empty());
    }

    @Test
    void allThatIsKnownHasAKey() {
        FoundDevice found = at("/dev/ttyACM0", Optional.of(USB))
                .withProbe(ProbeResult.answered(Optional.of(new McumgrParameters(384, 4))));

        assertThat(found.asMap())
                .isEqualTo(Map.ofEntries(
                        Map.entry("address", "serial:/dev/ttyACM0"),
                        Map.entry("name", "ttyACM0"),
                        Map.entry("description", "Zephyr board"),
                        Map.entry("port", "/dev/ttyACM0"),
                        Map.entry("usbVendorId", "0x2fe3"),
                        Map.entry("usbProductId", "0x0001"),
                        Map.entry("usbSerialNumber", "A1"),
                        Map.entry("rssi", -60),
                        Map.entry("smp", true),
                        Map.entry("parameters", Map.of("buf_size", 384L, "buf_count", 4L))));
    }

    @Test
    void whatIsNotKnownHasNone() {
        FoundDevice found = new FoundDevice(
                new SmpAddress("udp", "192.0.2.7:1337"),
                "oven",
                "",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());

        assertThat(found.asMap()).containsOnlyKeys("address", "name", "description");
        assertThat(found.withProbe(ProbeResult.unanswered("nobody answers")).asMap())
                .containsEntry("smp", false)
                .containsEntry("reason", "nobody answers")
                .doesNotContainKey("parameters");
    }

    @Test
    void aDeviceIsTheSameAtTheSamePlaceWithTheSameIdentity() {
        FoundDevice found = at("/dev/ttyACM0", Optional.of(USB));

        assertThat(found.isSameDeviceAs(found.withProbe(ProbeResult.unanswered("busy"))))
                .isTrue();
        assertThat(found.isSameDeviceAs(at("/dev/ttyACM1", Optional.of(USB)))).isFalse();
        assertThat(found.isSameDeviceAs(at("/dev/ttyACM0", Optional.empty()))).isFalse();
    }

    @Test
    void idsOutOfRangeAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsbIdentity(-1, 0, Optional.empty()))
                .withMessage("vendorId is -1, it may be 0 to 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsbIdentity(0, 0x10000, Optional.empty()))
                .withMessage("productId is 65536, it may be 0 to 65535");
    }

    @Test
    void aPortIsNamedAsPeopleNameIt() {
        assertThat(SystemPorts.location("/dev/ttyACM0", "ttyACM0")).isEqualTo("/dev/ttyACM0");
        assertThat(SystemPorts.location("\\\\.\\COM7", "COM7")).isEqualTo("COM7");
    }

    @Test
    void aPortHasAnIdentityWhereItIsOnUsb() {
        assertThat(SystemPorts.usb(0x2fe3, 1, Optional.of("A1"))).contains(USB);
        assertThat(SystemPorts.usb(-1, 1, Optional.of("A1"))).isEmpty();
        assertThat(SystemPorts.usb(1, -1, Optional.of("A1"))).isEmpty();
        for (String none : new String[] {"", "Unknown"}) {
            assertThat(SystemPorts.usb(1, 1, Optional.of(none))).contains(new UsbIdentity(1, 1, Optional.empty()));
        }
    }

    @Test
    void thePortThatWaitsForACarrierIsNotForDevices() {
        assertThat(SystemPorts.isForDevices(new SystemPort("/dev/cu.usb", "cu.usb", "", Optional.empty())))
                .isTrue();
        assertThat(SystemPorts.isForDevices(new SystemPort("/dev/tty.usb", "tty.usb", "", Optional.empty())))
                .isFalse();
    }
}
