package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the application into MCUboot's serial recovery, an image uploaded there, and back. */
@RealServers
class SerialRecoveryTest {

    private static final long RECOVERY_BUFFERS = 1;

    static Stream<ServerDescription> servers() {
        return ServerManifest.servers("serial_recovery", "serial_recovery_raw");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void takesAnImageInTheBootloaderAndComesBack(ServerDescription description) throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 0, 1, 0);
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s"))) {
            Map<String, Object> application = route.map("parameters");
            route.map("reset", Map.of("CamelSmpBootMode", 1));
            Map<String, Object> bootloader = parametersWith(RECOVERY_BUFFERS, route);
            Map<?, ?> upload = route.ask(Map.class, "imageUpload", firmware, Map.of());
            route.map("reset");
            Map<String, Object> back = parametersWith(description.bufferCount(), route);

            System.out.println(description + " recovery: " + bootloader + ", upload " + upload);
            assertThat(bootloader.get("buf_size")).isNotEqualTo(application.get("buf_size"));
            assertThat(upload.get("bytes")).isEqualTo((long) firmware.length);
            assertThat(back).isEqualTo(application);
        }
    }

    private static Map<String, Object> parametersWith(long bufferCount, YamlRoutes route) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> route.map("parameters"), parameters -> parameters
                .get("buf_count")
                .equals(bufferCount));
    }
}
