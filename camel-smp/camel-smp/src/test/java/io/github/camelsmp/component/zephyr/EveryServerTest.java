package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each server of the manifest, whatever it was built with. */
@RealServers
class EveryServerTest {

    static Stream<ServerDescription> servers() {
        return ServerManifest.all().stream();
    }

    @BeforeAll
    static void saysHowManyServersThereAre() {
        System.out.println(
                "Real servers: running against " + ServerManifest.all().size() + ": " + ServerManifest.all());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void echoesAndTellsItsBuffersAndItsImages(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri("connectTimeout=30s"))) {
            assertThat(route.ask(String.class, "echo", "hello", Map.of())).isEqualTo("hello");
            if (description.tellsParameters()) {
                assertThat(route.map("parameters"))
                        .containsEntry("buf_size", (long) description.bufferSize())
                        .containsEntry("buf_count", (long) description.bufferCount());
            }
            if (description.hasGroup("img")) {
                assertThat(route.maps("imageList")).isNotEmpty();
            }
        }
    }
}
