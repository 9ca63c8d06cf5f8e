package io.github.camelsmp.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocol.md 19.2 and 21.6. */
class IntelHexTest {

    private static final String VECTOR = """
            :020000040001F9
            :10C000003DB8F39600000000200000004000000052
            :10C010000000000001020300040000000000000016
            :10C02000030A11181F262D343B424950575E656C98
            :10C03000737A81888F969DA4ABB2B9C0C7CED5DC88
            :10C04000E3EAF1F8FF060D141B222930373E454C78
            :10C05000535A61686F767D848B9299A0A7AEB5BC68
            :10C0600007692800100020009F240445119721062D
            :10C070001887B4F5F224CA03A725AFCDC3D26593C0
            :08C080004B6178260B64B70246
            :00000001FF
            """;

    private static IntelHex parse(String text) {
        return IntelHex.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The lines of some memory, without an end record. */
    private static List<String> lines(long address, byte[] data) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < data.length; at += 16) {
            byte[] piece = Arrays.copyOfRange(data, at, Math.min(data.length, at + 16));
            lines.add(line(2, 4, 0, (int) (address + at >> 24), (int) (address + at >> 16)));
            int[] bytes = new int[piece.length];
            Arrays.setAll(bytes, i -> piece[i]);
            lines.add(line(piece.length, 0, (int) (address + at), bytes));
        }
        return lines;
    }

    private static String line(int length, int type, int offset, int... data) {
        StringBuilder line = new StringBuilder(String.format(":%02X%04X%02X", length, offset & 0xffff, type));
        int sum = length + (offset >> 8 & 0xff) + (offset & 0xff) + type;
        for (int value : data) {
            line.append(String.format("%02X", value & 0xff));
            sum += value;
        }
        return line.append(String.format("%02X", -sum & 0xff)).toString();
    }

    private static IntelHex merged(List<String> lines) {
        return parse(String.join("\n", lines) + "\n:00000001FF\n");
    }

    @Test
    void theSampleImageIsFoundAtItsAddress() {
        IntelHex hex = parse(VECTOR);

        assertThat(hex.segments()).extracting(IntelHex.Segment::address).containsExactly(0x1c000L);
        assertThat(hex.onlyImage()).isEqualTo(Vectors.image());
    }

    @Test
    void lineEndsAndLettersOfAnyKindAreTaken() {
        assertThat(parse(VECTOR.toLowerCase().replace("\n", "\r\n")).onlyImage())
                .isEqualTo(Vectors.image());
        assertThat(parse(VECTOR.stripTrailing()).onlyImage()).isEqualTo(Vectors.image());
        assertThat(parse(VECTOR.replace("\n", " \n\n")).onlyImage()).isEqualTo(Vectors.image());
    }

    @Test
    void segmentAddressesAreTaken() {
        IntelHex hex =
                parse(":020000021000EC\n:0400100001020304E2\n:0400000300003800C1\n:04000005000000CD2A\n:00000001FF\n");

        assertThat(hex.segments()).hasSize(1);
        assertThat(hex.segments().get(0).address()).isEqualTo(0x10010);
        assertThat(hex.segments().get(0).data()).isEqualTo(Vectors.hex("01020304"));
    }

    @Test
    void imagesOfImgtoolAreFound() {
        IntelHex signed = IntelHex.parse(Images.file("signed.hex"));
        IntelHex padded = IntelHex.parse(Images.file("padded.hex"));

        assertThat(McubootImage.parse(signed.onlyImage()).version()).hasToString("1.2.3");
        assertThat(padded.segments()).hasSize(2);
        assertThat(padded.onlyImage()).isEqualTo(signed.onlyImage());
    }

    @Test
    void linesMayComeInAnyOrderAndTwice() {
        List<String> lines = new ArrayList<>();
        byte[] image = Vectors.image();
        for (int at = 0; at < image.length; at += 8) {
            lines.add(
                    String.join("\n", lines(0x0c00_0000L + at, Arrays.copyOfRange(image, at, Math.min(at + 12, 136)))));
        }
        Collections.shuffle(lines, new Random(3));

        assertThat(merged(lines).onlyImage()).isEqualTo(image);
        assertThat(merged(lines).segments()).hasSize(1);
    }

    @Test
    void linesThatContradictEachOtherAreRefused() {
        List<String> lines = new ArrayList<>(lines(0x1000, Vectors.hex("00112233")));
        lines.addAll(lines(0x1002, Vectors.hex("2234")));

        assertThatThrownBy(() -> merged(lines))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("0x00001002");
    }

    @Test
    void theImageIsCutOutOfAMergedFile() {
        byte[] bootloader = new byte[0x1000];
        new Random(5).nextBytes(bootloader);
        System.arraycopy(Vectors.hex("3db8f396"), 0, bootloader, 0x200, 4);
        System.arraycopy(Vectors.hex("3db8f396"), 0, bootloader, 0xffc, 4);
        List<String> lines = new ArrayList<>(lines(0, bootloader));
        lines.addAll(lines(0x1000, Vectors.image()));
        lines.addAll(lines(0x7f000, new byte[100]));

        IntelHex hex = merged(lines);

        assertThat(hex.segments()).hasSize(2);
        assertThat(hex.images()).extracting(IntelHex.Located::address).containsExactly(0x1000L);
        assertThat(hex.onlyImage()).isEqualTo(Vectors.image());
    }

    @Test
    void severalImagesDemandAChoice() {
        List<String> lines = new ArrayList<>(lines(0xc000, Vectors.image()));
        lines.addAll(lines(0xc000 + 136, Vectors.imageWithProtectedArea()));

        IntelHex hex = merged(lines);

        assertThat(hex.segments()).hasSize(1);
        assertThat(hex.images())
                .extracting(IntelHex.Located::file)
                .containsExactly(Vectors.image(), Vectors.imageWithProtectedArea());
        assertThatThrownBy(hex::onlyImage)
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("2 MCUboot images, at 0x0000c000, 0x0000c088");
    }

    @Test
    void anImageInsideAnImageIsNotCounted() {
        byte[] outer = new byte[32 + 200 + 40];
        System.arraycopy(Vectors.image(), 0, outer, 0, 32);
        outer[12] = (byte) 200;
        System.arraycopy(Vectors.image(), 0, outer, 40, 136);
        System.arraycopy(Vectors.hex("07692800"), 0, outer, 232, 4);

        assertThat(merged(lines(0x8000, outer)).images()).hasSize(1);
    }

    @Test
    void gapsInsideAnImageAreErasedFlash() {
        byte[] image = Vectors.image();
        List<String> lines = new ArrayList<>(lines(0xc000, Arrays.copyOf(image, 50)));
        lines.addAll(lines(0xc000 + 60, Arrays.copyOfRange(image, 60, 136)));
        byte[] expected = image.clone();
        Arrays.fill(expected, 50, 60, (byte) 0xff);

        assertThat(merged(lines).onlyImage()).isEqualTo(expected);
    }

    @Test
    void whatFollowsWithoutAGapStaysWithTheImage() {
        byte[] padded = Arrays.copyOf(Vectors.image(), 200);

        IntelHex hex = merged(lines(0xc000, padded));

        assertThat(hex.onlyImage()).isEqualTo(padded);
        assertThat(McubootImage.parse(hex.onlyImage()).fileWithoutTrailing()).isEqualTo(Vectors.image());
    }

    @Test
    void aBrokenImageAtTheStartOfASegmentTellsItsFault() {
        byte[] broken = Vectors.image();
        broken[96] = 0;

        byte[] file = merged(lines(0xc000, broken)).onlyImage();

        assertThat(Images.refusal(file)).contains("magic of the TLV area at offset 96");
    }

    @Test
    void aFileWithoutAnImageSaysSo() {
        assertThatThrownBy(() -> merged(lines(0, new byte[64])).onlyImage())
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("no MCUboot image");
        assertThat(parse(":00000001FF").segments()).isEmpty();
    }

    @Test
    void falseLengthsTakeNoMemory() {
        byte[] header = Arrays.copyOf(Vectors.image(), 32);
        header[14] = (byte) 0xff;
        header[15] = (byte) 0xff;

        assertThat(merged(lines(0xc000, header)).onlyImage()).isEqualTo(header);
    }

    @Test
    void moreImagesThanSlotsAreRefused() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            lines.addAll(lines(0x1000L * i, Vectors.image()));
        }

        assertThatThrownBy(() -> merged(lines).images())
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("17 MCUboot images");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020000040001F9 | line 1 of the Intel HEX file does not begin with a colon",
                ":02000004000 | line 1 of the Intel HEX file has 11 digits",
                ":00000001 | line 1 of the Intel HEX file has 8 digits",
                ":0200000400G1F9 | line 1 of the Intel HEX file holds something else",
                ":020000040001F8 | line 1 of the Intel HEX file has a wrong checksum",
                ":030000040001F8 | announces 3 bytes of data and has 2",
                ":01000004FFFC | an address of 1 bytes",
                ":00000006FA | unknown type 6",
                ":020000040001F9 | no end record",
                "'' | no end record",
            })
    void whatIsWrongIsNamedWithItsLine(String text, String reason) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void linesBehindTheEndAreRefused() {
        assertThatThrownBy(() -> parse(VECTOR + VECTOR))
                .hasMessageContaining("line 12")
                .hasMessageContaining("behind");
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        Random random = new Random(19);
        byte[] text = (VECTOR + String.join("\n", lines(0x7fff0, Vectors.imageWithProtectedArea())))
                .getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 5_000; round++) {
            byte[] changed = Arrays.copyOf(text, random.nextInt(text.length));
            for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(128);
            }
            readOrRefuse(changed);
        }
    }

    private static void readOrRefuse(byte[] text) {
        try {
            assertThat(IntelHex.parse(text).images()).isNotNull();
        } catch (SmpImageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException leaked) {
            fail("only SmpImageException may come out", leaked);
        }
    }
}
