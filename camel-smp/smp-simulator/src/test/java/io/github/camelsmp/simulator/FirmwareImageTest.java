package io.github.camelsmp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FirmwareImageTest {

    private static final String SAMPLE = "3db8f39600000000200000004000000000000000010203000400000000000000"
            + "030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc"
            + "e3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bc"
            + "07692800100020009f240445119721061887b4f5f224ca03a725afcdc3d26593"
            + "4b6178260b64b702";

    private static final String PROTECTED = "3db8f3960000000020000c004000000000000000010203000400000000000000"
            + "030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc"
            + "e3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bc"
            + "08690c00500004000500000007692800100020001cdffcfd17726289423575bd"
            + "c053dcd3c53c3e6def8e000865c3c0b3962435cc";

    @Test
    void isTheSampleImageOfTheSpecification() {
        FirmwareImage image = FirmwareImage.ofSize("1.2.3+4", 136);

        assertThat(HexFormat.of().formatHex(image.bytes())).isEqualTo(SAMPLE);
        assertThat(HexFormat.of().formatHex(image.hash()))
                .isEqualTo("9f240445119721061887b4f5f224ca03a725afcdc3d265934b6178260b64b702");
        assertThat(HexFormat.of().formatHex(image.fileSha256()))
                .isEqualTo("1f27f3762dc988c85e17cdcbb073b6f1fd49e7cb864fdcf814f45975fac0afb1");
    }

    @Test
    void isTheSampleImageWithAProtectedArea() {
        FirmwareImage image =
                FirmwareImage.builder("1.2.3+4").size(148).securityCounter(5).build();

        assertThat(HexFormat.of().formatHex(image.bytes())).isEqualTo(PROTECTED);
    }

    @Test
    void hasExactlyTheSizeThatWasAskedFor() {
        assertThat(FirmwareImage.ofSize("1.0.0", 200_001).bytes()).hasSize(200_001);
    }

    @Test
    void saysHowSmallAnImageCanBe() {
        assertThatThrownBy(() -> FirmwareImage.ofSize("1.0.0", 71))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 72 bytes");
    }

    @Test
    void saysWhatIsWrongWithAVersion() {
        assertThatThrownBy(() -> FirmwareImage.ofSize("one", 100)).hasMessageContaining("'one' is not a version");
        assertThatThrownBy(() -> FirmwareImage.ofSize("256.0.0", 100)).hasMessageContaining("255.255.65535");
    }
}
