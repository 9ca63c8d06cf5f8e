package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a file on its way into a slot says of itself. */
class FirmwareImageTest {

    private static final byte[] FILE = SampleImage.file(2, 0, 0, 3000);
    private static final int SLOT = 8192;

    @Test
    void aPaddedFileIsAsLongAsItsSlotAndItsImageIsNot() {
        FirmwareImage padded = SampleImage.firmware(0, SampleImage.padded(FILE, SLOT, true));

        assertThat(padded.length()).isEqualTo(SLOT);
        assertThat(padded.imageLength()).isEqualTo(FILE.length);
    }

    @Test
    void onlyATrailerThatSaysSoConfirms() {
        assertThat(SampleImage.firmware(0, SampleImage.padded(FILE, SLOT, true)).isConfirmed())
                .isTrue();
        assertThat(SampleImage.firmware(0, SampleImage.padded(FILE, SLOT, false))
                        .isConfirmed())
                .isFalse();
        assertThat(SampleImage.firmware(0, FILE).isConfirmed()).isFalse();
    }

    @Test
    void withoutItsTrailerItIsTheBareImage() {
        FirmwareImage bare =
                SampleImage.firmware(0, SampleImage.padded(FILE, SLOT, true)).withoutTrailer();

        byte[] content = new byte[bare.length()];
        bare.content().get(content);
        assertThat(content).isEqualTo(FILE);
        assertThat(bare.sha256()).isEqualTo(SampleImage.sha256(FILE));
    }

    @Test
    void anImageWithoutATrailerStaysAsItIs() {
        FirmwareImage image = SampleImage.firmware(0, FILE);

        assertThat(image.withoutTrailer()).isSameAs(image);
    }

    @Test
    void aHeaderSaysWhereItRunsOrDoesNot() {
        assertThat(SampleImage.firmware(0, FILE).saysWhereItRuns()).isTrue();
        assertThat(SampleImage.firmware(0, SampleImage.builtForOnePlace(FILE)).saysWhereItRuns())
                .isFalse();
        assertThat(FirmwareImage.uninspected(0, FILE).saysWhereItRuns()).isFalse();
    }

    @Test
    void aFileNobodyLookedIntoIsInNoSlot() {
        assertThat(FirmwareImage.uninspected(0, FILE).isIn(Slots.holding(0, 0, FILE)))
                .isFalse();
        assertThat(SampleImage.firmware(0, FILE).isIn(Slots.holding(0, 0, FILE)))
                .isTrue();
        assertThat(SampleImage.firmware(0, FILE).isIn(Slots.holding(1, 0, FILE)))
                .isFalse();
    }

    @Test
    void itsNameIsItsVersionAndTheImageItIsFor() {
        assertThat(FirmwareImage.of(FILE)).hasToString("version 2.0.0");
        assertThat(SampleImage.firmware(1, FILE)).hasToString("version 2.0.0 of image 1");
        assertThat(FirmwareImage.uninspected(0, FILE)).hasToString("the file");
    }
}
