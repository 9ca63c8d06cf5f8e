package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpUpgradeException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far upgrades go on real bootloaders: one that swaps using offset, and one that loads to RAM and tells nothing. */
@RealServers
class UpgradeModesTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private final ServerDescription swapping = ServerManifest.server("qemu_cortex_m0", "serial");
    private final ServerDescription loading = ServerManifest.server("mps2_an385", "serial_recovery");

    private static Map<?, ?> upgrade(ZephyrServer server, String options, byte[] file) throws Exception {
        try (YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s" + options))) {
            return route.ask(Map.class, "firmwareUpgrade", file, NOTHING);
        }
    }

    private static List<Map<String, Object>> images(ZephyrServer server) throws Exception {
        try (YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s"))) {
            return route.maps("imageList");
        }
    }

    private static void assertRefused(ZephyrServer server, String options, byte[] file, String... reasons)
            throws Exception {
        List<Map<String, Object>> before = images(server);
        assertThatThrownBy(() -> upgrade(server, options, file))
                .isInstanceOfSatisfying(SmpUpgradeException.class, refusal -> {
                    System.out.println(refusal.getMessage());
                    assertThat(refusal.stage()).isEqualTo("decide");
                    assertThat(refusal.getMessage()).contains(reasons);
                });
        assertThat(images(server)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aSwappingBootloaderIsPlannedForConfirmedAtOnceAndKeptFromADowngrade() throws Exception {
        byte[] second = McubootHeader.withVersion(swapping.signedImage(), 2, 0, 0);
        byte[] first = McubootHeader.withVersion(swapping.signedImage(), 1, 0, 0);
        try (ZephyrServer server = ZephyrServer.start(swapping)) {
            List<Map<String, Object>> before = images(server);
            Map<?, ?> plan = upgrade(server, "&upgradeMode=plan", second);
            assertThat(plan.get("outcome")).isEqualTo("planned");
            assertThat(plan.get("reasons")).isEqualTo(List.of("version 2.0.0 is not on the device and is uploaded"));
            assertThat(images(server)).usingRecursiveComparison().isEqualTo(before);

            Map<?, ?> confirmed = upgrade(server, "&upgradeMode=confirmOnly", second);
            System.out.println("qemu_cortex_m0 confirmOnly: " + confirmed + " after the plan " + plan);
            assertThat(confirmed.get("outcome")).isEqualTo("upgraded");
            assertThat(((Map<?, ?>) confirmed.get("stages")).containsKey("confirm"))
                    .isFalse();
            assertThat(BootedImage.active(images(server)))
                    .containsEntry("version", "2.0.0")
                    .containsEntry("confirmed", true);

            assertRefused(server, "&allowDowngrade=false", first, "1.0.0 is not newer than 2.0.0");
            assertRefused(server, "&allowDowngrade=false&upgradeMode=testOnly", first, "1.0.0 is not newer than 2.0.0");
        }
    }

    @Test
    void aHexFileMergedWithTheBootloaderHoldsWhatRuns() throws Exception {
        byte[] merged = Files.readAllBytes(swapping.folder().resolve(swapping.artifact()));
        try (ZephyrServer server = ZephyrServer.start(swapping)) {
            assertThat(upgrade(server, "", merged).get("outcome")).isEqualTo("alreadyInstalled");
        }
    }

    @Test
    void aBootloaderThatLoadsToRamRunsTheHigherVersion() throws Exception {
        byte[] higher = McubootHeader.withVersion(loading.signedImage(), 1, 2, 3);
        byte[] lower = McubootHeader.withVersion(loading.signedImage(), 1, 0, 0);
        try (ZephyrServer server = ZephyrServer.start(loading)) {
            Map<?, ?> plan = upgrade(server, "&upgradeMode=plan", higher);
            assertThat(plan.get("outcome")).isEqualTo("planned");
            assertThat(images(server)).hasSize(1);

            assertRefused(server, "&upgradeMode=testOnly", higher, "for a test", "highest version");

            Map<?, ?> result = upgrade(server, "", higher);
            System.out.println("mps2_an385 RAM load: " + result);
            assertThat(result.get("outcome")).isEqualTo("upgraded");
            assertThat(BootedImage.active(images(server)))
                    .containsEntry("version", "1.2.3")
                    .containsEntry("slot", 1L);
            assertThat(upgrade(server, "", higher).get("outcome")).isEqualTo("alreadyInstalled");

            assertRefused(server, "", lower, "would never run beside 1.2.3");
            assertRefused(server, "&allowDowngrade=false", lower, "1.0.0 is not newer than 1.2.3");
        }
    }

    @Test
    void aBootloaderThatLoadsToRamConfirmsByItself() throws Exception {
        byte[] higher = McubootHeader.withVersion(loading.signedImage(), 2, 0, 0);
        try (ZephyrServer server = ZephyrServer.start(loading)) {
            Map<?, ?> result = upgrade(server, "&upgradeMode=confirmOnly", higher);

            System.out.println("mps2_an385 confirmOnly: " + result);
            assertThat(result.get("outcome")).isEqualTo("upgraded");
            assertThat(BootedImage.active(images(server)))
                    .containsEntry("version", "2.0.0")
                    .containsEntry("confirmed", true);
        }
    }
}
