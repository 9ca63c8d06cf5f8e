package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.component.reference.CommandCatalogue;
import io.github.camelsmp.component.reference.RealServerAnswers;
import io.github.camelsmp.component.reference.RealServerAnswers.Line;
import io.github.camelsmp.component.reference.Wire;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Sends every command of the catalogue through a route to one server of each kind. What they answer is committed in
 * {@code src-docs/data/real-servers.csv}, from which the table of commands is made.
 */
@RealServers
class EveryCommandTest {

    private static final List<String> KINDS = List.of(
            "native_sim serial_fs",
            "native_sim serial_bigrx",
            "native_sim serial_raw",
            "native_sim shell",
            "native_sim udp",
            "qemu_cortex_m0 serial",
            "mps2_an385 serial_recovery");

    private static final long RECOVERY_BUFFERS = 1;

    @Test
    void everyCommandIsAnsweredAsTheCommittedTableSays() throws Exception {
        List<Line> answers = new ArrayList<>();
        for (String kind : KINDS) {
            String[] parts = kind.split(" ");
            answers.addAll(answersOf(ServerManifest.server(parts[0], parts[1])));
        }
        answers.addAll(answersOfTheRecoveryOf(ServerManifest.server("mps2_an385", "serial_recovery")));
        answers.sort(Comparator.comparing(Line::command));

        RealServerAnswers.page().isOrBecomes(RealServerAnswers.text(answers));
        assertThat(answers).extracting(Line::answer).contains(RealServerAnswers.ANSWERED);
    }

    private static List<Line> answersOf(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(uri(server))) {
            route.ask(String.class, "echo", "hello", Map.of());
            return answers(description.toString(), route);
        }
    }

    private static List<Line> answersOfTheRecoveryOf(ServerDescription description) throws Exception {
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes route = YamlRoutes.to(uri(server))) {
            route.ask(Object.class, "reset", null, Map.of("CamelSmpBootMode", 1));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> route.map("parameters").get("buf_count").equals(RECOVERY_BUFFERS));
            return answers("recovery of " + description.target(), route);
        }
    }

    /** Programs without baud pacing lose the third console line of a burst. */
    private static String uri(ZephyrServer server) {
        return server.uri("strategy=bufferParams&lineBuffers=2&connectTimeout=30s&requestTimeout=20s&retries=0");
    }

    private static List<Line> answers(String server, YamlRoutes route) {
        return CommandCatalogue.requests().stream()
                .map(request ->
                        new Line(Wire.of(request), CommandCatalogue.nameOf(request), server, answer(request, route)))
                .toList();
    }

    private static String answer(SmpRequest<?> request, YamlRoutes route) {
        try {
            route.send(request, Map.of());
            return RealServerAnswers.ANSWERED;
        } catch (SmpErrorException e) {
            return e.codeName();
        } catch (SmpTimeoutException e) {
            return "silence";
        } catch (Exception e) {
            throw new AssertionError(CommandCatalogue.nameOf(request) + " failed in a way no server explains", e);
        }
    }
}
