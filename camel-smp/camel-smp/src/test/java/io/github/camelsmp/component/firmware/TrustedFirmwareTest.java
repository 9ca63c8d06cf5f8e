package io.github.camelsmp.component.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.component.zephyr.YamlRoutes;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.FirmwareImage.HashKind;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images signed by imgtool, whole and tampered with, through routes with {@code trustedKey}. */
@Timeout(120)
class TrustedFirmwareTest {

    private static final int HEADER_VERSION = 20;
    private static final int CODE = 40;
    private static final String KEYS = "classpath:images/";

    @TempDir
    Path folder;

    private SimulatedDevice device;
    private YamlRoutes routes;

    @AfterEach
    void close() {
        routes.close();
        device.close();
    }

    private void start(String key, HashKind hash) throws Exception {
        device = SimulatedDevice.builder("trust")
                .slotSize(0x4000)
                .running(FirmwareImage.builder("1.0.0").hash(hash).size(1000).build())
                .build();
        routes = YamlRoutes.to("smp:" + device.listenUdp(0).address() + "?trustedKey=" + key);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream stream = TrustedFirmwareTest.class.getResourceAsStream("/images/" + name)) {
            return stream.readAllBytes();
        }
    }

    private Map<?, ?> upgrade(byte[] file) throws Exception {
        return routes.ask(Map.class, "firmwareUpgrade", file, Map.of());
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> upgrade(file))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> routes.ask(Map.class, "imageUpload", file, Map.of()))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(reason);
        assertThat(device.traffic().requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-2048, rsa-2048, SHA256",
        "rsa-3072, rsa-3072, SHA256",
        "ecdsa-p256, ecdsa-p256, SHA256",
        "ecdsa-p384, ecdsa-p384, SHA384",
        "ed25519, ed25519, SHA256",
        "ed25519-pure, ed25519, SHA512"
    })
    void whatATrustedKeySignedIsInstalled(String image, String key, HashKind hash) throws Exception {
        start(KEYS + key + ".pub.pem", hash);

        assertThat(upgrade(file(image + ".bin")).get("outcome")).isEqualTo("upgraded");

        assertThat(device.runningVersion().orElseThrow()).startsWith("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ecdsa-p256", "ecdsa-p384", "ed25519"})
    void aBitThatWasChangedAnywhereIsNoticedBeforeAnythingIsSent(String name) throws Exception {
        start(KEYS + name + ".pub.pem", HashKind.SHA256);
        byte[] image = file(name + ".bin");
        int protectedTlv = 32 + 96 + 8;

        assertRefused(flipped(image, HEADER_VERSION), "hash");
        assertRefused(flipped(image, CODE), "hash");
        assertRefused(flipped(image, protectedTlv), "hash");
        assertRefused(flipped(image, image.length - 10), "signature");
    }

    private static byte[] flipped(byte[] file, int at) {
        byte[] changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ecdsa-p256", "ecdsa-p384", "ed25519", "ed25519-pure"})
    void whatAnotherKeySignedIsRefused(String name) throws Exception {
        start(KEYS + "other.pub.pem", HashKind.SHA256);

        assertRefused(file(name + ".bin"), "no trusted key signed the image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "ed25519"})
    void severalKeysInOneFileAreAllTrusted(String name) throws Exception {
        Path both = folder.resolve("both.pem");
        Files.write(both, file("rsa-2048.pub.pem"));
        Files.write(both, file("ed25519.pub.pem"), StandardOpenOption.APPEND);
        start("file:" + both, HashKind.SHA256);

        assertThat(upgrade(file(name + ".bin")).get("outcome")).isEqualTo("upgraded");
    }
}
