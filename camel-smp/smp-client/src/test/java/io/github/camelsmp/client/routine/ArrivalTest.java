package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.routine.Sighting.Software;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether what answers after a reset is what should run. */
class ArrivalTest {

    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3000);
    private static final FirmwareImage FIRMWARE = SampleImage.firmware(0, NEW);
    private static final Sighting WITHOUT_IMAGES = new Sighting(Software.APPLICATION_WITHOUT_IMAGES, List.of());

    private static void require(Sighting before, Sighting after) {
        new Arrival(before, after).require(FIRMWARE);
    }

    private static Sighting loader(ImageState... images) {
        return new Sighting(Software.APPLICATION, List.of(images));
    }

    @Test
    void anApplicationThatListsTheImageAsActiveRunsIt() {
        assertThatCode(() -> require(loader(), loader(Slots.holding(0, 0, NEW, "active"))))
                .doesNotThrowAnyException();
    }

    @Test
    void anApplicationThatListsAnotherOneDoesNot() {
        assertThatThrownBy(() -> require(loader(), loader(Slots.holding(0, 0, OLD, "active"))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the device restarted without version 2.0.0: its bootloader refused the image");
    }

    @Test
    void aRecoveryThatStaysDoesNotStartIt() {
        Sighting recovery = new Sighting(Software.RECOVERY, List.of(Slots.holding(0, 0, NEW, "active")));

        assertThatThrownBy(() -> require(loader(), recovery))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the device stays in its bootloader and does not start version 2.0.0");
    }

    @Test
    void anApplicationThatKnowsNothingOfImagesIsBelievedToBeWhatItsLoaderHad() {
        assertThatCode(() -> require(loader(Slots.holding(0, 0, NEW)), WITHOUT_IMAGES))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> require(loader(Slots.holding(0, 0, OLD)), WITHOUT_IMAGES))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLoaderThatTellsNoHashesIsBelievedToo() {
        ImageState nameless = ImageState.from(CborMap.builder().put("slot", 0).build());

        assertThatCode(() -> require(loader(nameless), WITHOUT_IMAGES)).doesNotThrowAnyException();
    }
}
