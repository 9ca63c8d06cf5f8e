package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sizing rules of protocol.md 12 against the servers they were derived from. */
@RealServers
class LargestMessageTest {

    /** Two line buffers, what a program without baud pacing takes in one burst. */
    private static final String TWO_LINES = "strategy=bufferParams&lineBuffers=2";

    static Stream<Arguments> servers() {
        return ServerManifest.all().stream()
                .map(server -> Arguments.of(server, options(server), largestMessage(server)));
    }

    private static String options(ServerDescription server) {
        if (server.config().equals("serial_line512")) {
            return "lineLength=512";
        }
        return dropsBursts(server) ? TWO_LINES : "";
    }

    /**
     * A program reads its pseudo-terminal as fast as it is written to; unless it was built with a larger receive pool it
     * loses the third console line of a burst and those behind it.
     */
    private static boolean dropsBursts(ServerDescription server) {
        boolean smallPool = server.config().equals("serial") || server.config().equals("shell");
        return smallPool && !server.isEmulated();
    }

    private static int largestMessage(ServerDescription server) {
        if (dropsBursts(server) || !server.tellsParameters()) {
            return 169;
        }
        return switch (server.transport()) {
            case "udp" -> Math.min(server.bufferSize(), 1500 - (server.isIpv6() ? 48 : 28));
            case "serial_raw" -> server.bufferSize() - 1;
            default -> server.bufferSize() - 4;
        };
    }

    @ParameterizedTest(name = "{0}, {2} bytes")
    @MethodSource("servers")
    void theLargestMessageGoesOutAndComesBack(ServerDescription description, String options, int largest)
            throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(options))) {
            String text = EchoText.fillingAMessageOf(largest);

            assertThat(route.ask(String.class, "echo", text, Map.of())).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "{0}, more than {2} bytes")
    @MethodSource("servers")
    void oneByteMoreIsNeverSent(ServerDescription description, String options, int largest) throws Exception {
        int tooLarge = description.transport().equals("serial_raw") ? description.bufferSize() + 1 : largest + 1;
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(server.uri(options))) {
            assertThat(route.ask(String.class, "echo", "first", Map.of())).isEqualTo("first");

            assertThatThrownBy(() -> route.ask(String.class, "echo", EchoText.fillingAMessageOf(tooLarge), Map.of()))
                    .hasMessageContaining(Integer.toString(tooLarge))
                    .hasMessageContaining(Integer.toString(tooLarge - 1));
        }
    }
}
