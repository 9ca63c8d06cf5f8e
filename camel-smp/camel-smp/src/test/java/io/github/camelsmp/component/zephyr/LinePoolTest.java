package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpProtocolException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that read a pseudo-terminal into a pool of two lines, and lose all others of a burst. */
@RealServers
@Timeout(120)
class LinePoolTest {

    private static final String FILE = "/lfs1/pool.bin";

    private final byte[] content = new byte[4000];

    @Test
    void aFileUploadFindsTheSizeThatWorksAndTheNextOneKnowsIt() throws Exception {
        try (ZephyrServer server = ZephyrServer.start(ServerManifest.server("native_sim", "serial"));
                YamlRoutes route = YamlRoutes.to(server.uri("path=" + FILE))) {
            new Random(1).nextBytes(content);
            Map<?, ?> first = route.ask(Map.class, "fileUpload", content, Map.of());
            new Random(2).nextBytes(content);
            Map<?, ?> second = route.ask(Map.class, "fileUpload", content, Map.of());

            System.out.println("native_sim serial, pool of two lines: " + first + ", again: " + second);
            assertThat(first.get("match")).isEqualTo(true);
            assertThat(second.get("match")).isEqualTo(true);
            assertThat(second.get("retransmissions")).isEqualTo(0);
            assertThat(route.ask(byte[].class, "fileDownload")).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "shell"})
    void aTextThatCannotBeCutIsRefusedWithTheReason(String config) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(ServerManifest.server("native_sim", config));
                YamlRoutes route = YamlRoutes.to(server.uri(""))) {
            assertThatThrownBy(() -> route.ask(String.class, "echo", "x".repeat(300), Map.of()))
                    .isInstanceOf(SmpProtocolException.class)
                    .hasMessageContaining("what was sent is lost");

            assertThat(route.ask(String.class, "echo", "short", Map.of())).isEqualTo("short");
        }
    }
}
