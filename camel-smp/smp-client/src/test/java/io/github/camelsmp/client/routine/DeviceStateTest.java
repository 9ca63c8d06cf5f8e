package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a device runs, and where an upload goes, by what it says of its slots. */
class DeviceStateTest {

    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3000);

    private List<ImageSlots> rooms = List.of();

    private DeviceState state(BootStrategy strategy, ImageState... held) {
        return new DeviceState(strategy, false, List.of(held), rooms);
    }

    @Test
    void whatIsActiveRunsWhereverItLies() {
        DeviceState state = state(
                BootStrategy.DIRECT_XIP, Slots.holding(0, 0, OLD), Slots.holding(0, 1, NEW, "active", "confirmed"));

        assertThat(state.runningSlot(0)).isEqualTo(1);
        assertThat(state.runningVersion(0)).isEqualTo("2.0.0");
    }

    @Test
    void inARecoveryTheFirstSlotWillRunWhateverIsActive() {
        DeviceState state = state(BootStrategy.RECOVERY, Slots.holding(0, 1, NEW, "active"), Slots.holding(0, 0, OLD));

        assertThat(state.runningVersion(0)).isEqualTo("1.0.0");
    }

    @Test
    void whereNothingIsActiveTheFirstSlotIsTakenForWhatRuns() {
        assertThat(state(BootStrategy.SWAP, Slots.holding(0, 1, NEW), Slots.holding(0, 0, OLD))
                        .runningVersion(0))
                .isEqualTo("1.0.0");
        assertThat(state(BootStrategy.SWAP, Slots.holding(0, 1, NEW)).running(0))
                .isEmpty();
    }

    @Test
    void anotherImageSaysNothingOfThisOne() {
        DeviceState state = state(BootStrategy.SWAP, Slots.holding(1, 0, NEW, "active", "confirmed"));

        assertThat(state.running(0)).isEmpty();
        assertThat(state.runningVersion(1)).isEqualTo("2.0.0");
    }

    @Test
    void theOtherSlotIsSpokenForWhileItIsToBootOrToBeReturnedTo() {
        ImageState running = Slots.holding(0, 0, OLD, "active");

        assertThat(state(BootStrategy.SWAP, running, Slots.holding(0, 1, NEW, "pending"))
                        .spokenFor(0))
                .isPresent();
        assertThat(state(BootStrategy.SWAP, running, Slots.holding(0, 1, NEW, "confirmed"))
                        .spokenFor(0))
                .isPresent();
        assertThat(state(BootStrategy.SWAP, running, Slots.holding(0, 1, NEW)).spokenFor(0))
                .isEmpty();
        assertThat(state(BootStrategy.SWAP, Slots.holding(0, 0, OLD, "active", "confirmed"))
                        .spokenFor(0))
                .isEmpty();
    }

    @Test
    void anUploadHasTheRoomOfTheSlotThatDoesNotRun() {
        rooms = List.of(Slots.sized(0, OptionalLong.empty(), 10_000, 20_000));

        assertThat(state(BootStrategy.SWAP, Slots.holding(0, 0, OLD, "active")).slotSize(0))
                .hasValue(20_000);
        assertThat(state(BootStrategy.DIRECT_XIP, Slots.holding(0, 1, OLD, "active"))
                        .slotSize(0))
                .hasValue(10_000);
    }

    @Test
    void inARecoveryAnUploadHasTheRoomOfTheFirstSlot() {
        rooms = List.of(Slots.sized(0, OptionalLong.empty(), 10_000, 20_000));

        assertThat(state(BootStrategy.RECOVERY, Slots.holding(0, 0, OLD, "active"))
                        .slotSize(0))
                .hasValue(10_000);
    }

    @Test
    void aSlotThatCouldNotBeOpenedSaysNothingOfItsSize() {
        rooms = List.of(Slots.sized(0, OptionalLong.empty(), 10_000, 0));

        assertThat(state(BootStrategy.SWAP).slotSize(0)).isEmpty();
    }

    @Test
    void theRoomForOneImageIsNotThatForAnother() {
        rooms = List.of(
                Slots.sized(1, OptionalLong.of(900), 10_000, 20_000),
                Slots.sized(0, OptionalLong.of(800), 30_000, 40_000));

        DeviceState state = state(BootStrategy.SWAP);

        assertThat(state.slotSize(0)).hasValue(40_000);
        assertThat(state.largestImage(0)).hasValue(800);
        assertThat(state.largestImage(1)).hasValue(900);
        assertThat(state.largestImage(2)).isEmpty();
    }

    @Test
    void anUploadNamesItsImageAsTheDeviceCounts() {
        rooms = List.of(Slots.sized(1, OptionalLong.empty(), 10_000, 20_000));

        assertThat(state(BootStrategy.SWAP).uploadNumber(1)).hasValue(3);
        assertThat(state(BootStrategy.RECOVERY).uploadNumber(1)).hasValue(2);
    }

    @Test
    void whereTheDeviceDoesNotSayHowItCountsTheNumberOfTheImageCounts() {
        assertThat(state(BootStrategy.SWAP).uploadNumber(1)).hasValue(1);
        assertThat(state(BootStrategy.RECOVERY).uploadNumber(0)).hasValue(0);
        assertThat(state(BootStrategy.RECOVERY).uploadNumber(1)).isEmpty();
    }
}
