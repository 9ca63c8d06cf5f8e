package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systems say of ports, and what that is worth. */
class PortRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "false, 2, it is open already in this program",
        "false, 11, another program has it open",
        "false, 16, another program has it open",
        "false, 35, another program has it open",
        "false, 13, permission denied; add the user to the group",
        "false, 21, this is no serial port",
        "false, 25, this is no serial port",
        "false, 5, the system reports error 5",
        "true, 2, there is no such port",
        "true, 5, another program has it open",
        "true, 11, Windows reports error 11"
    })
    void anErrorNumberIsExplainedAsItsSystemMeansIt(boolean windows, int error, String explanation) {
        assertThat(PortRefusal.explain(error, windows)).startsWith(explanation);
    }

    @Test
    void aPortIsKnownByVendorProductAndSerialNumber() {
        assertThat(UsbPort.of("/dev/ttyACM0", "ttyACM0", 0x2fe3, 1, Optional.of("A1")))
                .contains(new UsbPort("/dev/ttyACM0", "12259:1:A1"));
        assertThat(UsbPort.of("\\\\.\\COM7", "COM7", 0, 0, Optional.of("A1"))).contains(new UsbPort("COM7", "0:0:A1"));
    }

    @Test
    void aPortWithoutASerialNumberIsKnownByNothing() {
        assertThat(UsbPort.of("/dev/ttyACM0", "ttyACM0", 1, 1, Optional.empty()))
                .isEmpty();
        assertThat(UsbPort.of("/dev/ttyACM0", "ttyACM0", 1, 1, Optional.of(""))).isEmpty();
        assertThat(UsbPort.of("/dev/ttyACM0", "ttyACM0", 1, 1, Optional.of("Unknown")))
                .isEmpty();
        assertThat(UsbPort.of("/dev/ttyS0", "ttyS0", -1, -1, Optional.of("A1"))).isEmpty();
    }

    @Test
    void thePortThatWaitsForACarrierIsLeftOut() {
        assertThat(UsbPort.of("/dev/tty.usbmodem1", "tty.usbmodem1", 1, 1, Optional.of("A1")))
                .isEmpty();
        assertThat(UsbPort.of("/dev/cu.usbmodem1", "cu.usbmodem1", 1, 1, Optional.of("A1")))
                .isPresent();
    }
}
