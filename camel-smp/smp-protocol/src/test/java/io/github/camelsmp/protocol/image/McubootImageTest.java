package io.github.camelsmp.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.Vectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol.md 17, on the vectors of 21.2 and on images that imgtool made. */
class McubootImageTest {

    private static final TrustedKey KEY = Images.key("ecdsa-p256");

    @Test
    void theSampleImageIsReadWhole() {
        McubootImage image = McubootImage.parse(Vectors.image());

        assertThat(image.header()).isEqualTo(new ImageHeader(0, 32, 0, 64, 0, new ImageVersion(1, 2, 3, 4)));
        assertThat(image.imageHash()).isEqualTo(Vectors.IMAGE_HASH);
        assertThat(image.installedHash()).isEqualTo(Vectors.IMAGE_HASH);
        assertThat(image.fileSha256()).isEqualTo(Vectors.FILE_HASH);
        assertThat(image.trailing()).isZero();
        assertThat(image.trailer()).isEmpty();
        assertThat(image.isSigned()).isFalse();
        assertThat(image.securityCounter()).isEmpty();
        assertThat(image)
                .hasToString("MCUboot image 1.2.3+4, 136 bytes, hash "
                        + "9f240445119721061887b4f5f224ca03a725afcdc3d265934b6178260b64b702");
    }

    @Test
    void theProtectedAreaCountsForTheHash() {
        McubootImage image = McubootImage.parse(Vectors.imageWithProtectedArea());

        assertThat(image.imageHash())
                .isEqualTo(Vectors.hex("1cdffcfd17726289423575bdc053dcd3c53c3e6def8e000865c3c0b3962435cc"));
        assertThat(image.fileSha256())
                .isEqualTo(Vectors.hex("a353ea4564bfa95fdf71038471e09e3edfe9cb2a3ff20dcfff7d6556d43fa068"));
        assertThat(image.securityCounter()).hasValue(5);
        assertThat(image.tlvs()).extracting(ImageTlv::isProtected).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-2048.bin, 32, 4",
        "ecdsa-p384.bin, 48, 4",
        "sha384.bin, 48, 0",
        "sha512.bin, 64, 0",
        "ed25519-pure.bin, 64, 0"
    })
    void everyKindOfHashIsRecomputed(String name, int length, long build) {
        McubootImage image = Images.image(name);

        assertThat(image.imageHash()).hasSize(length);
        assertThat(image.version()).isEqualTo(new ImageVersion(1, 2, 3, build));
    }

    @Test
    void everyTlvIsFound() {
        McubootImage image = Images.image("everything.bin");

        assertThat(image.version()).hasToString("255.254.65535+4294967295");
        assertThat(image.securityCounter()).hasValue(0xffff_ffffL);
        assertThat(image.dependencies()).containsExactly(new ImageDependency(1, new ImageVersion(2, 3, 4, 5)));
        assertThat(image.tlvs())
                .extracting(ImageTlv::code)
                .containsExactly(0x50, 0x60, 0x40, 0x74, 0x75, 0x1a0, 0x10, 0x01, 0x22);
        assertThat(image.tlv(TlvType.UUID_VID).orElseThrow().value()).hasSize(16);
        assertThat(image.tlvs().get(5).type()).isEmpty();
        assertThat(image.tlvs().get(5).value()).isEqualTo(Vectors.hex("cafe"));
        assertThat(image.isSigned()).isTrue();
    }

    @Test
    void typesAreKnownByTheirNumber() {
        assertThat(TlvType.of(0x74)).hasValue(TlvType.UUID_VID);
        assertThat(TlvType.of(0x80)).isEmpty();
        for (TlvType type : TlvType.values()) {
            assertThat(TlvType.of(type.code())).hasValue(type);
        }
    }

    @Test
    void flagsAreRead() {
        assertThat(Images.image("flags.bin").header().knownFlags())
                .containsExactly(ImageFlag.NON_BOOTABLE, ImageFlag.RAM_LOAD);
        assertThat(Images.image("flags.bin").header().loadAddress()).isEqualTo(0x2000_0000);
        assertThat(Images.image("rom-fixed.bin").header().knownFlags()).containsExactly(ImageFlag.ROM_FIXED);
        assertThat(Images.image("rom-fixed.bin").header().loadAddress()).isEqualTo(0x0800_0000);
        assertThat(McubootImage.parse(Vectors.image()).header().knownFlags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"padded.bin, false", "confirmed.bin, true", "confirmed-align-32.bin, true"})
    void aPaddedFileHasATrailer(String name, boolean confirmed) {
        McubootImage image = Images.image(name);

        assertThat(image.trailer()).hasValue(new ImageTrailer(confirmed));
        assertThat(image.file()).hasSize(0x4000);
        assertThat(image.trailing()).isEqualTo(0x4000 - image.fileWithoutTrailing().length);
        assertThat(McubootImage.parse(image.fileWithoutTrailing()).imageHash()).isEqualTo(image.imageHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted.bin", "encrypted-rsa.bin"})
    void theHashOfAnEncryptedImageIsTakenOnTrust(String name) {
        McubootImage image = Images.image(name);

        assertThat(image.isEncrypted()).isTrue();
        assertThat(image.imageHash()).hasSize(32);
        assertThat(image.hashFits()).isFalse();
    }

    @Test
    void aCompressedImageIsListedByTheHashOfWhatItExpandsTo() {
        McubootImage image = Images.image("compressed.bin");

        assertThat(image.isCompressed()).isTrue();
        assertThat(image.isEncrypted()).isFalse();
        assertThat(image.installedHash()).hasSize(32).isNotEqualTo(image.imageHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 3c | magic at offset 0 is that of MCUboot's first format",
                "0 | 00 | magic at offset 0 is 0x96f3b800",
                "8 | 1f | header size at offset 8 is 31",
                "10 | 03 | protected TLV size at offset 10 is 3",
                "10 | 04 | magic of the protected TLV area at offset 96 is 0x6907, not 0x6908",
                "12 | ff | image size at offset 12 is 255",
                "14 | ff | image size at offset 12 is 16711744",
                "15 | ff | image size at offset 12 is 4278190144",
                "12 | 41 | magic of the TLV area at offset 97",
                "96 | 00 | magic of the TLV area at offset 96",
                "98 | 03 | length of the TLV area at offset 98 is 3",
                "98 | 29 | length of the TLV area at offset 98 is 41",
                "98 | 27 | length of the TLV at offset 100 is 32, its area has 31",
                "98 | 06 | TLV at offset 100 is cut off",
                "100 | 11 | TLV SHA384 at offset 100 has 32 bytes, it is due 48",
                "100 | 50 | no TLV holds the hash",
                "102 | 1f | TLV at offset 135 is cut off",
                "102 | 00 | TLV at offset 104 is 40, its area",
                "20 | 02 | its hash is",
                "40 | ff | changed since it was signed",
                "110 | ff | TLV SHA256 at offset 100 says",
            })
    void whatIsWrongIsNamedWithItsPlace(int offset, String value, String reason) {
        byte[] file = Vectors.image();
        file[offset] = (byte) Integer.parseInt(value, 16);

        if (offset == 102 && value.equals("00")) {
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(106, (short) 40);
        }
        assertThat(Images.refusal(file)).contains(reason);
    }

    @Test
    void aSecondHashIsRefused() {
        byte[] two = Arrays.copyOf(Vectors.image(), 136 + 36);
        System.arraycopy(two, 100, two, 136, 36);
        two[98] += 36;

        assertThat(Images.refusal(two)).contains("2 hashes").contains("TLV SHA256 at offset 136");
    }

    @Test
    void theLengthOfTheProtectedAreaMustBeThatOfTheHeader() {
        byte[] file = Vectors.imageWithProtectedArea();
        file[98] = 8;

        assertThat(Images.refusal(file)).contains("has 8 bytes, the header at offset 10 says 12");
    }

    @Test
    void aDependencyOfTheWrongSizeIsRefused() {
        byte[] file = Images.file("encrypted.bin");
        McubootImage image = McubootImage.parse(file);
        file[image.tlv(TlvType.KEYHASH).orElseThrow().offset()] = (byte) TlvType.DEPENDENCY.code();

        assertThat(Images.refusal(file)).contains("TLV DEPENDENCY").contains("it is due 12");
    }

    @Test
    void everyCutIsNoticed() {
        for (byte[] file : List.of(Vectors.image(), Images.file("everything.bin"))) {
            for (int length = 0; length < file.length; length++) {
                assertThat(Images.refusal(Arrays.copyOf(file, length))).isNotEmpty();
            }
        }
    }

    @Test
    void everyFlippedBitThatTheHashCoversIsNoticed() {
        byte[] file = Images.file("everything.bin");
        int signed = McubootImage.parse(file).signedLength();
        for (int bit = 0; bit < signed * 8; bit++) {
            byte[] changed = file.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            boolean saysItIsEncrypted = bit / 8 == 16 && (bit % 8 == 2 || bit % 8 == 3);
            assertThat(Images.refusal(changed).isEmpty()).isEqualTo(saysItIsEncrypted);
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        Random random = new Random(17);
        for (String name : List.of("everything.bin", "encrypted.bin", "compressed.bin")) {
            byte[] file = Images.file(name);
            for (int round = 0; round < 2_000; round++) {
                byte[] changed = Arrays.copyOf(file, random.nextInt(file.length + 20));
                for (int i = random.nextInt(6); i >= 0 && changed.length > 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                readOrRefuse(changed);
            }
        }
    }

    private static void readOrRefuse(byte[] file) {
        try {
            McubootImage image = McubootImage.parse(file);
            assertThat(image.securityCounter().orElse(0)).isNotNegative();
            assertThat(image.trailing()).isNotNegative();
            ImageSignature.verify(image, List.of(KEY));
        } catch (SmpImageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException leaked) {
            fail("only SmpImageException may come out", leaked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, 1.2.3",
        "1.2.3+4, 1.2.3+4, 1.2.3.4",
        "1.2.3.4, 1.2.3+4, 1.2.3.4",
        "1.2, 1.2.0, 1.2.0",
        "255.255.65535+4294967295, 255.255.65535+4294967295, 255.255.65535.4294967295",
    })
    void versionsAreReadAsToolsAndDevicesWriteThem(String text, String written, String listed) {
        ImageVersion version = ImageVersion.parse(text).orElseThrow();

        assertThat(version).hasToString(written);
        assertThat(version.listed()).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<???>", "", "1", "256.0.0", "0.256.0", "0.0.65536", "0.0.0.4294967296", "1.2.3-4", "v1.2.3"})
    void whatIsNoVersionIsNotTakenForOne(String text) {
        assertThat(ImageVersion.parse(text)).isEmpty();
    }

    @Test
    void versionsAreOrderedByNumber() {
        List<String> ordered = List.of("0.0.1", "0.2.0", "0.10.0", "1.0.0", "1.0.0+2", "1.0.0+10", "1.0.1", "1.10.0");
        for (int i = 1; i < ordered.size(); i++) {
            ImageVersion lower = ImageVersion.parse(ordered.get(i - 1)).orElseThrow();
            ImageVersion higher = ImageVersion.parse(ordered.get(i)).orElseThrow();
            assertThat(lower).isLessThan(higher);
        }
        assertThat(ImageVersion.WITHOUT_BUILD.compare(new ImageVersion(1, 0, 0, 1), new ImageVersion(1, 0, 0, 2)))
                .isZero();
        assertThatThrownBy(() -> new ImageVersion(256, 0, 0, 0)).hasMessageContaining("major");
    }
}
