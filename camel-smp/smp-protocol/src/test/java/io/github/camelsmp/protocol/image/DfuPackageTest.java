package io.github.camelsmp.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol.md 19.3. */
class DfuPackageTest {

    private static final byte[] APP = Vectors.image();
    private static final byte[] NET = Vectors.imageWithProtectedArea();

    /** Names and contents in turn. */
    private static byte[] zip(Object... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(
                        entries[i + 1] instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : (byte[]) entries[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String manifest(String... files) {
        return "{\"format-version\": 0, \"time\": 1700000000, \"name\": \"Sensor\", \"files\": ["
                + String.join(",", files) + "]}";
    }

    private static String file(String name, String more) {
        return "{\"type\": \"application\", \"file\": \"" + name + "\"" + more + "}";
    }

    @Test
    void aPackageOfOneImageNeedsNoImageIndex() {
        DfuPackage dfu = DfuPackage.parse(zip("app.bin", APP, "manifest.json", manifest(file("app.bin", ""))));

        assertThat(dfu.images()).containsExactly(0);
        assertThat(dfu.fileFor(0, 1).content()).isEqualTo(APP);
        assertThat(dfu.fileFor(0, 0).content()).isEqualTo(APP);
        assertThat(dfu.name()).isEqualTo("Sensor");
        assertThat(dfu.time()).hasValue(1_700_000_000L);
    }

    @Test
    void aPackageOfSeveralImagesKeepsTheirOrder() {
        String app = file(
                "app.bin",
                ", \"image_index\": \"0\", \"slot_index_primary\": \"1\", \"slot_index_secondary\": \"2\","
                        + " \"version_MCUBOOT\": \"1.2.3+4\", \"load_address\": 66048, \"size\": 999999");
        String net = file(
                "net.bin",
                ", \"image_index\": 1, \"slot_index_primary\": 3, \"slot_index_secondary\": 4, \"version\": 7");
        DfuPackage dfu = DfuPackage.parse(zip("manifest.json", manifest(net, app), "app.bin", APP, "net.bin", NET));

        DfuFile application = dfu.fileFor(0, 1);
        DfuFile network = dfu.fileFor(1, 1);

        assertThat(dfu.images()).containsExactly(1, 0);
        assertThat(application.content()).isEqualTo(APP);
        assertThat(application.version()).isEqualTo("1.2.3+4");
        assertThat(application.directUploadNumber(1)).hasValue(2);
        assertThat(application.entry()).containsEntry("load_address", 66048L);
        assertThat(network.content()).isEqualTo(NET);
        assertThat(network.version()).isEqualTo("7");
        assertThat(network.directUploadNumber(0)).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"'\"0\"', '\"1\"'", "0, 1", "'\"2\"', '\"3\"'", "'\"0x2\"', '\"03\"'"})
    void theVariantForTheSlotIsPicked(String primary, String secondary) {
        String first = file("a.bin", ", \"slot\": " + primary + ", \"version_MCUBOOT+XIP\": \"1.0.0\"");
        String second = file("b.bin", ", \"slot\": " + secondary + ", \"version_MCUBOOT+XIP\": \"1.0.0\"");
        DfuPackage dfu = DfuPackage.parse(zip("manifest.json", manifest(second, first), "a.bin", APP, "b.bin", NET));

        assertThat(dfu.fileFor(0, 0).content()).isEqualTo(APP);
        assertThat(dfu.fileFor(0, 1).content()).isEqualTo(NET);
        assertThat(dfu.fileFor(0, 1).isDirectXip()).isTrue();
        assertThat(dfu.fileFor(0, 1).version()).isEqualTo("1.0.0");
    }

    @Test
    void variantsWithoutSlotsComeInTheirOrder() {
        DfuPackage dfu = DfuPackage.parse(zip(
                "manifest.json",
                manifest(
                        "{\"type\": \"mcuboot\", \"file\": \"s0.bin\"}",
                        "{\"type\": \"mcuboot\", \"file\": \"s1.bin\"}"),
                "s0.bin",
                APP,
                "s1.bin",
                NET));

        assertThat(dfu.fileFor(0, 0).name()).isEqualTo("s0.bin");
        assertThat(dfu.fileFor(0, 1).name()).isEqualTo("s1.bin");
        assertThat(dfu.fileFor(0, 1).variant()).isEmpty();
    }

    @Test
    void aVariantForTheOtherSlotAloneIsRefused() {
        String only = file("a.bin", ", \"slot\": \"0\", \"version_MCUBOOT+XIP\": \"1.0.0\"");
        DfuPackage dfu = DfuPackage.parse(zip("manifest.json", manifest(only), "a.bin", APP));

        assertThat(dfu.fileFor(0, 0).variant()).isEqualTo(OptionalInt.of(0));
        assertThatThrownBy(() -> dfu.fileFor(0, 1))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("0 are for slot 1");
        assertThatThrownBy(() -> dfu.fileFor(1, 1)).hasMessageContaining("nothing for image 1");
    }

    @Test
    void suitFilesAreNoImages() {
        DfuPackage dfu = DfuPackage.parse(zip(
                "manifest.json",
                manifest(
                        "{\"type\": \"suit-envelope\", \"file\": \"root.suit\"}",
                        "{\"type\": \"cache\", \"partition\": \"3\", \"file\": \"cache.bin\"}"),
                "root.suit",
                Vectors.hex("d86ba0"),
                "cache.bin",
                NET));

        assertThat(dfu.images()).isEmpty();
        assertThat(dfu.files()).extracting(DfuFile::isSuit).containsExactly(true, true);
        assertThat(dfu.files().get(1).partition()).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../app.bin", "/app.bin", "a/../../app.bin", "..\\app.bin", "C:app.bin", "a/..", "\\app.bin"})
    void aNameThatLeadsOutOfThePackageIsRefused(String name) {
        byte[] zip = zip("manifest.json", manifest(file("app.bin", "")), "app.bin", APP, name, APP);

        assertThatThrownBy(() -> DfuPackage.parse(zip))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void foldersAreLeftAlone() {
        DfuPackage dfu = DfuPackage.parse(zip(
                "notes/", "", "notes/app.bin", NET, "manifest.json", manifest(file("app.bin", "")), "app.bin", APP));

        assertThat(dfu.fileFor(0, 1).content()).isEqualTo(APP);
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = new byte[16 << 20];

        assertThatThrownBy(() -> DfuPackage.parse(zip("a", zeros, "b", zeros, "c", zeros, "d", zeros, "e", zeros)))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void entriesWithoutNumberAreRefused() {
        Object[] entries = new Object[2 * 129];
        for (int i = 0; i < 129; i++) {
            entries[2 * i] = "f" + i;
            entries[2 * i + 1] = "";
        }

        assertThatThrownBy(() -> DfuPackage.parse(zip(entries))).hasMessageContaining("more than 128 entries");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | not a JSON object",
                "{\"files\": | malformed in line 1",
                "{} | lists no 'files'",
                "{\"files\": []} | lists no 'files'",
                "{\"files\": {}} | lists no 'files'",
                "{\"files\": [1]} | is not an object",
                "{\"files\": [{}]} | names no 'file'",
                "{\"files\": [{\"file\": true}]} | 'file' in manifest.json is neither",
                "{\"files\": [{\"file\": \"\"}]} | no plain name",
                "{\"files\": [{\"file\": \"../app.bin\"}]} | no plain name",
                "{\"files\": [{\"file\": \"x.bin\"}]} | 'x.bin', which is not in the package",
                "{\"files\": [{\"file\": \"app.bin\", \"image_index\": \"one\"}]} | \"one\", which is no number",
                "{\"files\": [{\"file\": \"app.bin\", \"image_index\": -1}]} | may be 0 to 255",
                "{\"files\": [{\"file\": \"app.bin\", \"image_index\": \"256\"}]} | may be 0 to 255",
                "{\"files\": [{\"file\": \"app.bin\", \"slot\": []}]} | 'slot' in manifest.json is []",
                "{\"files\": [{\"file\": \"app.bin\"}]} x | manifest.json",
            })
    void whatIsWrongWithAManifestIsSaid(String manifest, String reason) {
        byte[] zip = zip("manifest.json", manifest, "app.bin", APP);

        assertThatThrownBy(() -> DfuPackage.parse(zip))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aManifestThatNestsWithoutEndIsRefused() {
        byte[] zip = zip("manifest.json", "{\"files\": " + "[".repeat(100_000), "app.bin", APP);

        assertThatThrownBy(() -> DfuPackage.parse(zip)).isInstanceOf(SmpImageException.class);
    }

    @Test
    void aZipThatIsNoPackageSaysSo() {
        assertThatThrownBy(() -> DfuPackage.parse(zip("readme.txt", "hello")))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("no manifest.json")
                .hasMessageContaining("readme.txt");
    }

    @Test
    void damagedPackagesAreReadOrRefusedAndNothingElse() {
        Random random = new Random(23);
        byte[] zip = zip("app.bin", APP, "manifest.json", manifest(file("app.bin", ", \"image_index\": \"0\"")));
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = random.nextInt(4) == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip.clone();
            for (int i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            readOrRefuse(changed);
        }
    }

    private static void readOrRefuse(byte[] zip) {
        try {
            assertThat(DfuPackage.parse(zip).files()).isNotEmpty();
        } catch (SmpImageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException leaked) {
            fail("only SmpImageException may come out", leaked);
        }
    }

    @Test
    void filesAreKnownByTheirContent() {
        assertThat(FirmwareFile.of(APP)).isInstanceOf(FirmwareFile.Image.class);
        assertThat(FirmwareFile.of(zip("app.bin", APP, "manifest.json", manifest(file("app.bin", "")))))
                .isInstanceOf(FirmwareFile.Dfu.class);
        assertThat(FirmwareFile.of(Images.file("signed.hex"))).isInstanceOf(FirmwareFile.Hex.class);
        assertThat(FirmwareFile.of(Vectors.hex("d86ba0"))).isInstanceOf(FirmwareFile.SuitEnvelope.class);
    }

    @ParameterizedTest
    @CsvSource({
        "7f454c4601, an ELF file",
        "5546320a57, a UF2 file",
        "1f8b0800, a gzip file",
        "3cb8f39600, first format",
        "'', an empty file",
        "00000220, nothing that imgtool signed",
        "3db8, nothing that imgtool signed",
    })
    void foreignFilesAreDescribed(String content, String description) {
        assertThat(FirmwareFile.of(Vectors.hex(content)))
                .isInstanceOfSatisfying(FirmwareFile.Foreign.class, foreign -> assertThat(foreign.description())
                        .contains(description));
    }

    @Test
    void aKnownKindThatIsNotSoundIsRefused() {
        assertThatThrownBy(() -> FirmwareFile.of(Arrays.copyOf(APP, 100))).isInstanceOf(SmpImageException.class);
        assertThatThrownBy(() -> FirmwareFile.of(Vectors.hex("504b0304"))).isInstanceOf(SmpImageException.class);
        assertThatThrownBy(() -> FirmwareFile.of(":junk".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(SmpImageException.class);
    }
}
