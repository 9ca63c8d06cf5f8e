package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FirmwareImagesTest {

    private final byte[] application = SampleImage.file(1, 0, 0, 1000);
    private final byte[] network = SampleImage.file(2, 0, 0, 900);

    private byte[] dfu(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "manifest.json",
                    ("{\"files\": [" + String.join(",", entries) + "]}").getBytes(StandardCharsets.UTF_8));
            put(zip, "a.bin", application);
            put(zip, "b.bin", network);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static List<FirmwareImage> imageOf(byte[] file, int image) {
        return FirmwareImages.of(file, Optional.of(image), List.of());
    }

    @Test
    void anImageIsForTheFirstOneUnlessSomebodySaysOtherwise() {
        assertThat(FirmwareImages.of(application)).singleElement().satisfies(image -> {
            assertThat(image.image()).isZero();
            assertThat(image.slot()).isEmpty();
        });
        assertThat(imageOf(application, 2))
                .singleElement()
                .extracting(FirmwareImage::image)
                .isEqualTo(2);
    }

    @Test
    void aPackageSaysWhichImagesItBrings() {
        byte[] both = dfu("{\"file\": \"a.bin\", \"image_index\": \"1\"}", "{\"file\": \"b.bin\", \"image_index\": 0}");

        assertThat(FirmwareImages.of(both)).extracting(FirmwareImage::image).containsExactly(1, 0);
        assertThat(imageOf(both, 0)).singleElement().satisfies(image -> assertThat(image.length())
                .isEqualTo(network.length));
        assertThatThrownBy(() -> imageOf(both, 3))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("nothing for image 3, it is for [1, 0]");
    }

    @Test
    void severalFilesForAnImageAreForItsSlotsInTheirOrder() {
        byte[] variants = dfu("{\"file\": \"a.bin\"}", "{\"file\": \"b.bin\"}");

        assertThat(FirmwareImages.of(variants))
                .extracting(FirmwareImage::slot)
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1));
    }

    @Test
    void variantsOfABootloaderAreNotForTheSlotsOfAnImage() {
        byte[] bootloader =
                dfu("{\"type\": \"mcuboot\", \"file\": \"a.bin\"}", "{\"type\": \"mcuboot\", \"file\": \"b.bin\"}");

        assertThatThrownBy(() -> FirmwareImages.of(bootloader))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("active_b0_slot");
    }

    @Test
    void theFileThatIsDamagedIsNamed() {
        application[100] ^= 1;

        assertThatThrownBy(() -> FirmwareImages.of(dfu("{\"file\": \"a.bin\"}")))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("a.bin in the package: the image has been changed");
    }

    @Test
    void aPackageForSuitHoldsNothingForMcuboot() {
        assertThatThrownBy(() -> FirmwareImages.of(dfu("{\"type\": \"suit-envelope\", \"file\": \"a.bin\"}")))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("only files for SUIT");
    }

    @Test
    void whatIsNoFirmwareIsSaidToBe() {
        byte[] elf = {0x7f, 'E', 'L', 'F', 0};

        assertThatThrownBy(() -> FirmwareImages.of(elf))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("an ELF file")
                .hasMessageContaining("zephyr.signed.bin");
    }
}
