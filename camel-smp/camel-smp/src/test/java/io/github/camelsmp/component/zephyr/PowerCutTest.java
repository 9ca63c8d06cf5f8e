package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Power that goes away while real MCUboot and Zephyr are sent a new firmware: at any byte, at any instruction. */
@RealServers
class PowerCutTest {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final int CUTS = 20;

    /** A firmware byte in base64, and a little for markers, headers and checksums. */
    private static final double WIRE_BYTES_A_BYTE = 1.37;

    private final ServerDescription description = ServerManifest.server("qemu_cortex_m0", "serial");
    private final ExecutorService upgrades = Executors.newSingleThreadExecutor();

    static IntStream cuts() {
        return IntStream.rangeClosed(1, CUTS);
    }

    @AfterEach
    void stopUpgrades() {
        upgrades.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void theNextRunFinishesWhatAPowerCutEnded(int cut) throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 1, 2, 3);
        long lastByte = Math.round(firmware.length * WIRE_BYTES_A_BYTE * cut / (CUTS + 1));
        try (ZephyrServer server = ZephyrServer.start(description)) {
            upgradeUntil(lastByte, server, firmware);

            server.restorePower();
            try (YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s"))) {
                List<Map<String, Object>> found = route.maps("imageList");
                Map<?, ?> result = route.ask(Map.class, "firmwareUpgrade", firmware, NOTHING);
                Map<String, Object> active = BootedImage.active(route.maps("imageList"));

                System.out.println("qemu_cortex_m0 without power after " + lastByte + " bytes: " + result);
                assertThat(BootedImage.active(found)).containsEntry("version", "0.0.0");
                assertThat(result.get("outcome")).isEqualTo("upgraded");
                assertThat(active).containsEntry("version", "1.2.3").containsEntry("confirmed", true);
            }
        }
    }

    private void upgradeUntil(long lastByte, ZephyrServer server, byte[] firmware) throws Exception {
        try (CutLine line = new CutLine(server.tcpPort(), lastByte);
                YamlRoutes route = YamlRoutes.to(server.uriThrough(line.port(), "connectTimeout=30s"))) {
            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(() -> upgrade(route, firmware), upgrades);
            line.awaitCut();
            server.cutPower();
            assertThat(upgrade).isNotDone();
        }
    }

    private static void upgrade(YamlRoutes route, byte[] firmware) {
        try {
            route.ask(Map.class, "firmwareUpgrade", firmware, NOTHING);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
