package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that runs images where they lie gets the one that is built for that place. */
class VariantChoiceTest {

    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3000);
    private static final byte[] NEW_FOR_THE_OTHER_SLOT = SampleImage.file(2, 0, 0, 3001);
    private static final FirmwareImage FOR_FIRST = SampleImage.firmware(0, NEW).forSlot(0);
    private static final FirmwareImage FOR_SECOND =
            SampleImage.firmware(0, NEW_FOR_THE_OTHER_SLOT).forSlot(1);
    private static final FirmwareImage FOR_WHICHEVER = SampleImage.firmware(0, SampleImage.builtForOnePlace(NEW));

    private static List<FirmwareImage> pick(BootStrategy strategy, ImageState running, FirmwareImage... files) {
        DeviceState state = new DeviceState(strategy, false, List.of(running), List.of());
        return new VariantChoice(new SmpAddress("test", "board"), state).pick(List.of(files));
    }

    private static ImageState runs(int slot, byte[] file) {
        return Slots.holding(0, slot, file, "active", "confirmed");
    }

    @Test
    void takesTheOneForTheSlotThatDoesNotRun() {
        assertThat(pick(BootStrategy.DIRECT_XIP, runs(0, OLD), FOR_FIRST, FOR_SECOND))
                .containsExactly(FOR_SECOND);
        assertThat(pick(BootStrategy.DIRECT_XIP, runs(1, OLD), FOR_FIRST, FOR_SECOND))
                .containsExactly(FOR_FIRST);
    }

    @Test
    void recognisesTheOneThatRunsAlready() {
        assertThat(pick(BootStrategy.DIRECT_XIP, runs(0, NEW), FOR_FIRST, FOR_SECOND))
                .containsExactly(FOR_FIRST);
        assertThat(pick(BootStrategy.DIRECT_XIP, runs(1, NEW_FOR_THE_OTHER_SLOT), FOR_FIRST, FOR_SECOND))
                .containsExactly(FOR_SECOND);
    }

    @Test
    void refusesTheOneForTheWrongSlot() {
        assertThatThrownBy(() -> pick(BootStrategy.DIRECT_XIP, runs(0, OLD), FOR_FIRST))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("is built to run from slot 0; here it would run from slot 1");
    }

    @Test
    void refusesOneOfWhichNobodySaysWhereItRuns() {
        assertThatThrownBy(() -> pick(BootStrategy.DIRECT_XIP, runs(0, OLD), FOR_WHICHEVER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("if it is for slot 1 say so (slot=1)");
    }

    @Test
    void takesOneThatRunsAlreadyThoughNobodySaysWhereItRuns() {
        byte[] running = SampleImage.builtForOnePlace(NEW);

        assertThat(pick(BootStrategy.DIRECT_XIP, runs(1, running), FOR_WHICHEVER))
                .containsExactly(FOR_WHICHEVER);
    }

    @Test
    void takesOneThatRunsFromAnywhere() {
        FirmwareImage anywhere = SampleImage.firmware(0, NEW);

        assertThat(pick(BootStrategy.DIRECT_XIP, runs(0, OLD), anywhere)).containsExactly(anywhere);
    }

    @Test
    void whereImagesChangePlacesTheFirstSlotIsWhereTheyRun() {
        assertThat(pick(BootStrategy.SWAP, runs(0, OLD), FOR_SECOND, FOR_FIRST)).containsExactly(FOR_FIRST);
        assertThat(pick(BootStrategy.SWAP, runs(0, OLD), FOR_WHICHEVER)).containsExactly(FOR_WHICHEVER);
    }

    @Test
    void keepsTheOrderOfTheImages() {
        FirmwareImage network = SampleImage.firmware(1, OLD);

        assertThat(pick(BootStrategy.SWAP, runs(0, OLD), network, FOR_SECOND, FOR_FIRST))
                .containsExactly(network, FOR_FIRST);
    }
}
