package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.simulator.line.RadioLink;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the bus, for every size of writes, to servers that put messages together and those that do not. */
class ChunksTest extends BlueZTest {

    private static final int NOT_TOLD = 0;
    private static final int BUFFER_SIZE = 600;
    private static final byte[] FILE =
            io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 0x1000).bytes();

    /** MTU, reassembly, largest write, largest message. */
    static Stream<Arguments> links() {
        return Stream.of(
                arguments(23, true, 20, BUFFER_SIZE),
                arguments(65, true, 62, BUFFER_SIZE),
                arguments(185, true, 182, BUFFER_SIZE),
                arguments(247, true, 244, BUFFER_SIZE),
                arguments(517, true, 509, BUFFER_SIZE),
                arguments(NOT_TOLD, true, 20, BUFFER_SIZE),
                arguments(65, false, 62, 62),
                arguments(185, false, 182, 182),
                arguments(247, false, 244, 244),
                arguments(517, false, 509, 509));
    }

    @ParameterizedTest
    @MethodSource("links")
    void writesAreAsLargeAsTheyMayBeAndAnUploadArrives(int mtu, boolean reassembly, int write, int message)
            throws Exception {
        FakePeripheral peripheral = device(mtu, reassembly);
        SmpClient client = rig.client("Sensor");

        assertThat(get(client.upload(FirmwareImage.of(FILE))).bytes()).isEqualTo(FILE.length);

        assertThat(client.connection().largestMessage()).isEqualTo(message);
        assertThat(peripheral.writes()).allMatch(size -> size <= write).contains(write);
    }

    @ParameterizedTest
    @MethodSource("tooSmall")
    void aServerThatTakesTwentyBytesAtATimeCannotBeUploadedToAndThatIsSaid(int mtu) {
        FakePeripheral peripheral = device(mtu, false);

        Throwable failure = failure(rig.client("Sensor").upload(FirmwareImage.of(FILE)));

        assertThat(failure).isInstanceOf(SmpException.class).hasMessageContaining("20 bytes");
        assertThat(peripheral.writes()).allMatch(size -> size <= 20);
    }

    static Stream<Integer> tooSmall() {
        return Stream.of(23, NOT_TOLD);
    }

    @Test
    void whetherTheServerReassemblesIsTriedOnceOnALine() throws Exception {
        FakePeripheral peripheral = device(247, false);
        SmpClient client = rig.client("Sensor");

        get(client.os().echo("one"));
        get(client.os().echo("two"));

        // parameters, the trial in two writes, two echoes
        assertThat(peripheral.writes()).hasSize(5).startsWith(9, 244);
        assertThat(peripheral.subscriptions()).isEqualTo(1);
    }

    @Test
    void aServerThatSaysNothingToTheTrialGetsSingleWritesAndForgetsTheHalfMessage() throws Exception {
        FakePeripheral peripheral = device(247, true);
        peripheral.line().lose(write -> write.length < 8);
        SmpClient client = rig.client("Sensor");

        assertThat(get(client.os().echo("hello"))).isEqualTo("hello");

        assertThat(client.connection().largestMessage()).isEqualTo(244);
        assertThat(peripheral.subscriptions()).isEqualTo(2);
    }

    private FakePeripheral device(int mtu, boolean reassembly) {
        RadioLink link = RadioLink.DEFAULT.withMtu(mtu == NOT_TOLD ? 247 : mtu);
        FakePeripheral made = rig.device("Sensor", link, reassembly, device -> device.buffers(BUFFER_SIZE, 4));
        return mtu == NOT_TOLD ? made.hidesMtu() : made;
    }
}
