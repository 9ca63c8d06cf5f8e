package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each {@code strategy} makes of servers that do not tell their buffers, or have other lines than most. */
@RealServers
class SizingStrategyTest {

    @ParameterizedTest
    @CsvSource({
        "serial_noparams, '', 169",
        "serial_noparams, strategy=bufferSize&bufferSize=384, 380",
        "serial_noparams, strategy=bufferParams&lineBuffers=1, 83",
        "serial_line512, strategy=bufferParams&lineLength=512, 371",
        "serial_line512, strategy=bufferParams&lineLength=512&lineBuffers=2, 745",
        "serial_line512, strategy=auto&lineLength=512, 2044",
    })
    void fillsExactlyWhatItsNameSays(String config, String options, int largest) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(ServerManifest.server("native_sim", config));
                YamlRoutes route = YamlRoutes.to(server.uri(options))) {
            String text = EchoText.fillingAMessageOf(largest);

            assertThat(route.ask(String.class, "echo", text, Map.of())).isEqualTo(text);
            assertThatThrownBy(() -> route.ask(String.class, "echo", text + "x", Map.of()))
                    .hasMessageContaining(Integer.toString(largest));
        }
    }
}
