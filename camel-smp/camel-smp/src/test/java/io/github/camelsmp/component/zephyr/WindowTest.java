package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With one request in flight and with as many as prove good the same arrives on real servers. How fast, on each of them,
 * is what {@code peer.Windows} of the benchmarks is for.
 */
@RealServers
@Timeout(300)
class WindowTest {

    private static final String FILE = "/lfs1/window.bin";
    private static final int FILE_SIZE = 4000;

    private static YamlRoutes routeTo(ZephyrServer server, String window) throws Exception {
        return YamlRoutes.to(server.uri("connectTimeout=30s&window=" + window + "&path=" + FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "auto"})
    void uploadsAnImage(String window) throws Exception {
        ServerDescription description = ServerManifest.server("qemu_cortex_m0", "serial");
        byte[] image = Files.readAllBytes(description.signedImage());
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = routeTo(server, window)) {
            Map<?, ?> result = route.ask(Map.class, "imageUpload", image, Map.of());

            assertThat(result.get("bytes")).isEqualTo((long) image.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "auto"})
    void bringsAFileThereAndBack(String window) throws Exception {
        byte[] content = new byte[FILE_SIZE];
        new Random(1).nextBytes(content);
        try (ZephyrServer server = ZephyrServer.start(ServerManifest.server("native_sim", "serial_fs"));
                YamlRoutes route = routeTo(server, window)) {
            Map<?, ?> result = route.ask(Map.class, "fileUpload", content, Map.of());

            assertThat(result.get("bytes")).isEqualTo((long) content.length);
            assertThat(route.ask(byte[].class, "fileDownload", null, Map.of())).isEqualTo(content);
        }
    }
}
