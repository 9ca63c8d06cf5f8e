package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real MCUboot, swap using offset, brought from one firmware to another by a route in YAML. */
@RealServers
class McubootUpgradeTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private final ServerDescription description = ServerManifest.server("qemu_cortex_m0", "serial");

    @Test
    void bringsTheNewVersionUpAndKnowsItTheNextTime() throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 1, 2, 3);
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s"))) {
            Map<?, ?> first = route.ask(Map.class, "firmwareUpgrade", firmware, NOTHING);
            List<Map<String, Object>> images = route.maps("imageList");
            Map<?, ?> second = route.ask(Map.class, "firmwareUpgrade", firmware, NOTHING);

            System.out.println("qemu_cortex_m0 upgrade: " + first + ", again: " + second);
            assertThat(first.get("outcome")).isEqualTo("upgraded");
            assertThat(BootedImage.active(images))
                    .containsEntry("version", "1.2.3")
                    .containsEntry("confirmed", true);
            assertThat(second.get("outcome")).isEqualTo("alreadyInstalled");
        }
    }

    @Test
    void aTestedImageThatNobodyConfirmsIsGoneAfterAReset() throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 2, 0, 0);
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s&upgradeMode=testOnly"))) {
            Map<?, ?> result = route.ask(Map.class, "firmwareUpgrade", firmware, NOTHING);
            Map<String, Object> testing = BootedImage.active(route.maps("imageList"));
            route.ask(Object.class, "reset");
            Map<String, Object> reverted = BootedImage.activeAfterRebootFrom("2.0.0", route);

            assertThat(result.get("outcome")).isEqualTo("testing");
            assertThat(testing).containsEntry("version", "2.0.0").containsEntry("confirmed", false);
            assertThat(reverted).containsEntry("version", "0.0.0").containsEntry("confirmed", true);
        }
    }

    @Test
    void goesOnWhereAKilledProgramStopped(@TempDir Path folder) throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 3, 0, 0);
        Path image = Files.write(folder.resolve("firmware.bin"), firmware);
        try (ZephyrServer server = ZephyrServer.start(description)) {
            String uri = server.uri("connectTimeout=30s");
            String killed = UpgradeProcess.run(uri, image, OptionalInt.of(30));
            String finished = UpgradeProcess.run(uri, image, OptionalInt.empty());

            System.out.println("qemu_cortex_m0 killed at 30 % and started again: " + finished);
            assertThat(killed).isEmpty();
            assertThat(finished).contains("outcome=upgraded");
            assertThat(sentBytes(finished)).isLessThan(firmware.length * 9L / 10);
        }
    }

    private static long sentBytes(String result) {
        Matcher sent = Pattern.compile("sent=(\\d+)").matcher(result);
        assertThat(sent.find()).as("bytes sent in " + result).isTrue();
        return Long.parseLong(sent.group(1));
    }
}
