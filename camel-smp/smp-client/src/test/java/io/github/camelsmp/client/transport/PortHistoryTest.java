package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortHistoryTest {

    private List<UsbPort> present = List.of();
    private final PortHistory history = new PortHistory(() -> present);

    private static UsbPort port(int number, String device) {
        return new UsbPort("COM" + number, device);
    }

    @Test
    void aNameThatWasNeverOpenedIsJustAName() {
        present = List.of(port(3, "board"));

        assertThat(history.portOf("COM3")).isEqualTo("COM3");
        assertThat(history.portOf("COM4")).isEqualTo("COM4");
    }

    @Test
    void aDeviceIsFoundUnderItsNewName() {
        present = List.of(port(3, "board"));
        history.opened("COM3", "COM3");

        present = List.of(port(3, "another board"), port(7, "board"));

        assertThat(history.portOf("COM3")).isEqualTo("COM7");
    }

    @Test
    void theSecondPortOfADeviceStaysTheSecond() {
        present = List.of(port(3, "board"), port(4, "board"));
        history.opened("COM4", "COM4");

        present = List.of(port(5, "board"), port(6, "board"));

        assertThat(history.portOf("COM4")).isEqualTo("COM6");
    }

    @Test
    void aDeviceThatIsNowhereIsWaitedForUnderItsName() {
        present = List.of(port(3, "board"));
        history.opened("COM3", "COM3");

        present = List.of(port(8, "another board"));

        assertThat(history.portOf("COM3")).isEqualTo("COM3");
    }

    @Test
    void aNameThatAnotherDeviceWasOpenedUnderIsItsNameFromThenOn() {
        present = List.of(port(3, "board"));
        history.opened("COM3", "COM3");
        present = List.of(port(3, "another board"));
        history.opened("COM3", "COM3");

        present = List.of(port(3, "another board"), port(7, "board"));

        assertThat(history.portOf("COM3")).isEqualTo("COM3");
    }

    @Test
    void aDeviceThatIsPulledOutWhileItIsOpenedIsWaitedForUnderItsName() {
        Iterator<List<UsbPort>> looks = List.of(
                        List.of(port(3, "board")), List.<UsbPort>of(), List.of(port(4, "board")))
                .iterator();
        PortHistory unsteady = new PortHistory(looks::next);

        unsteady.opened("COM3", "COM3");
        String whileItIsOut = unsteady.portOf("COM3");
        String whenItIsBack = unsteady.portOf("COM3");

        assertThat(List.of(whileItIsOut, whenItIsBack)).containsExactly("COM3", "COM4");
    }

    @Test
    void aDeviceWithoutSerialNumberIsNotLookedFor() {
        present = List.of(port(3, "board"));
        history.opened("COM3", "COM3");
        present = List.of();
        history.opened("COM3", "COM3");

        present = List.of(port(7, "board"));

        assertThat(history.portOf("COM3")).isEqualTo("COM3");
    }
}
