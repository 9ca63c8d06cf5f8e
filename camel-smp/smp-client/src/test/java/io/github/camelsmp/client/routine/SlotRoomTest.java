package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Images fit their slots or are refused before anything is sent. */
class SlotRoomTest {

    private static final int LENGTH = 3000;
    private static final FirmwareImage FIRMWARE = SampleImage.firmware(0, SampleImage.file(2, 0, 0, LENGTH));

    private final SlotRoom room = new SlotRoom(new SmpAddress("test", "board"));

    private void require(ImageSlots slots) {
        room.require(FIRMWARE, new DeviceState(BootStrategy.SWAP, false, List.of(), List.of(slots)));
    }

    @Test
    void anImageThatTheBootloaderCannotHandleIsRefused() {
        assertThatThrownBy(() -> require(Slots.sized(0, OptionalLong.of(LENGTH - 1), 20_000, 20_000)))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("version 2.0.0 has 3000 bytes, its slot has room for 2999");
    }

    @Test
    void aFileThatIsLargerThanItsSlotIsRefused() {
        assertThatThrownBy(() -> require(Slots.sized(0, OptionalLong.empty(), 20_000, LENGTH - 1)))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("room for 2999");
    }

    @Test
    void whatFillsItsSlotToTheLastByteFits() {
        assertThatCode(() -> require(Slots.sized(0, OptionalLong.of(LENGTH), LENGTH, LENGTH)))
                .doesNotThrowAnyException();
    }

    @Test
    void whereNobodyKnowsTheSlotTheLargestOneOfItsImageCounts() {
        List<ImageSlots> slots =
                List.of(Slots.sized(0, OptionalLong.empty(), 100, LENGTH), Slots.sized(1, OptionalLong.of(1), 1, 1));

        assertThatCode(() -> room.require(FIRMWARE, slots)).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.require(FIRMWARE, List.of(Slots.sized(0, OptionalLong.empty(), 100, LENGTH - 1))))
                .hasMessageContaining("room for 2999");
    }
}
