package io.github.camelsmp.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpImageException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of imgtool, right and tampered with. */
class ImageSignatureTest {

    private static final String ALL = "rsa-2048 rsa-3072 ecdsa-p256 ecdsa-p384 ed25519";

    private final List<TrustedKey> allKeys =
            Arrays.stream(ALL.split(" ")).map(Images::key).toList();

    @ParameterizedTest
    @CsvSource({
        "rsa-2048.bin, rsa-2048",
        "rsa-3072.bin, rsa-3072",
        "ecdsa-p256.bin, ecdsa-p256",
        "ecdsa-p384.bin, ecdsa-p384",
        "ed25519.bin, ed25519",
        "ed25519-pure.bin, ed25519",
        "full-key.bin, rsa-2048",
        "padded-signature.bin, ecdsa-p256",
        "padded.bin, ecdsa-p256",
        "compressed.bin, ecdsa-p256",
        "everything.bin, ecdsa-p256",
        "encrypted.bin, ecdsa-p256",
    })
    void theKeyThatSignedIsFoundAmongSeveral(String file, String key) {
        McubootImage image = Images.image(file);

        TrustedKey alone = ImageSignature.verify(image, List.of(Images.key(key)));
        TrustedKey amongOthers = ImageSignature.verify(image, allKeys);

        assertThat(alone).hasToString(Images.key(key).toString());
        assertThat(amongOthers).hasToString(alone.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ecdsa-p256", "ecdsa-p384", "ed25519", "ed25519-pure"})
    void anotherKeyIsNotEnough(String name) {
        McubootImage image = Images.image(name + ".bin");

        assertThatThrownBy(() -> ImageSignature.verify(image, List.of(Images.key("other"))))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("no trusted key signed the image");
    }

    @Test
    void theReasonNamesTheKeyThatSigned() {
        McubootImage image = Images.image("ecdsa-p256.bin");

        assertThatThrownBy(() -> ImageSignature.verify(image, List.of(Images.key("other"))))
                .hasMessageContaining("was not made with the ECDSA P-256 key ")
                .hasMessageContaining("TLV KEYHASH at offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ecdsa-p256", "ecdsa-p384", "ed25519", "ed25519-pure"})
    void everyPartOfASignatureCounts(String name) {
        byte[] file = Images.file(name + ".bin");
        ImageTlv signature = McubootImage.parse(file).tlvs().stream()
                .filter(tlv -> tlv.code() >= 0x20 && tlv.code() <= 0x24)
                .findFirst()
                .orElseThrow();
        for (int at = 0; at < signature.value().length; at += 5) {
            byte[] changed = file.clone();
            changed[signature.offset() + 4 + at] ^= 0x10;
            McubootImage image = McubootImage.parse(changed);
            assertThatThrownBy(() -> ImageSignature.verify(image, allKeys)).isInstanceOf(SmpImageException.class);
        }
    }

    /** Whoever changes an image can make its hash right again; only the key is out of reach. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ecdsa-p256", "ecdsa-p384", "ed25519", "ed25519-pure"})
    void aChangeWithARightHashIsRefused(String name) {
        byte[] file = Images.file(name + ".bin");
        McubootImage original = McubootImage.parse(file);
        int signed = original.signedLength();
        for (int at : new int[] {20, 32, signed - 1}) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            byte[] hash = ImageHash.of(original.hash()).digest(changed, 0, signed);
            System.arraycopy(hash, 0, changed, original.hash().offset() + 4, hash.length);
            McubootImage image = McubootImage.parse(changed);
            assertThatThrownBy(() -> ImageSignature.verify(image, allKeys))
                    .isInstanceOf(SmpImageException.class)
                    .hasMessageContaining("is not the signature of");
        }
    }

    @Test
    void aChangedKeyHashIsRefused() {
        byte[] file = Images.file("ed25519.bin");
        file[McubootImage.parse(file).tlv(TlvType.KEYHASH).orElseThrow().offset() + 4] ^= 1;

        assertThatThrownBy(() -> ImageSignature.verify(McubootImage.parse(file), allKeys))
                .hasMessageContaining("TLV KEYHASH");
    }

    @Test
    void anUnsignedImageIsRefused() {
        McubootImage image = Images.image("sha512.bin");

        assertThat(image.isSigned()).isFalse();
        assertThatThrownBy(() -> ImageSignature.verify(image, allKeys))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("carries no signature")
                .hasMessageContaining("Ed25519 key");
    }

    @Test
    void theRsaSignatureOfAnEncryptedImageCannotBeChecked() {
        McubootImage image = Images.image("encrypted-rsa.bin");

        assertThatThrownBy(() -> ImageSignature.verify(image, allKeys))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("encrypted: it cannot be checked");
    }

    @Test
    void severalKeysMayShareAFile() {
        byte[] first = Images.file("ed25519.pub.pem");
        byte[] second = Images.file("rsa-2048.pub.pem");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(TrustedKey.parsePem(both)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | no PEM public key",
                "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY----- | this is a private key",
                "-----BEGIN EC PRIVATE KEY-----AAAA-----END EC PRIVATE KEY----- | this is a private key",
                "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE----- | 'CERTIFICATE' is no public key",
                "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY----- | none of the algorithms",
                "-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY----- | cannot be read",
            })
    void whatIsNoPublicKeyIsRefusedWithTheReason(String pem, String reason) {
        assertThatThrownBy(() -> TrustedKey.parsePem(pem.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024, RSA key of 1024 bits", "EC, 521, curve of 521 bits", "DSA, 1024, none of the algorithms"})
    void keysThatMcubootDoesNotTakeAreRefused(String algorithm, int size, String reason) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        byte[] key = generator.generateKeyPair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";

        assertThatThrownBy(() -> TrustedKey.parsePem(pem.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
