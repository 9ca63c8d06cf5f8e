package io.github.camelsmp.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as it stands, with a real server for its actuator. */
@Timeout(120)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "camel.component.smp.retries=0",
            "camel.main.dev-console-enabled=true",
            "management.endpoints.web.exposure.include=health,prometheus,camel"
        })
class StationTest {

    private static final FirmwareImage NEXT = FirmwareImage.ofSize("1.2.0", 20_000);

    @TempDir
    private static Path inbox;

    @TempDir
    private static Path outbox;

    @Autowired
    private CamelContext context;

    @Autowired
    private SimulatedDevice board;

    @LocalServerPort
    private int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void inbox(DynamicPropertyRegistry properties) {
        properties.add("inbox", inbox::toString);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    /** Brings a firmware file, and waits until the route has done with it what is expected. */
    private void bring(String name, NotifyBuilder through) throws Exception {
        Path complete = Files.write(outbox.resolve(name), NEXT.bytes());
        Files.move(complete, inbox.resolve(name));
        assertThat(through.matches(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void upgradesTheBoardAndShowsHowItDid() throws Exception {
        bring("good.bin", new NotifyBuilder(context).whenCompleted(1).create());

        assertThat(board.runningVersion()).contains("1.2.0");
        assertThat(json("/actuator/health").at("/status").asText()).isEqualTo("UP");
        assertThat(get("/actuator/prometheus").body())
                .containsPattern(
                        "smp_upgrades_seconds_count\\{.*device=\"sim:board-1\".*outcome=\"upgraded\".*} [1-9]");
        assertThat(json("/actuator/camel/smp").toString()).contains("sim:board-1");
    }

    @Test
    void isNotHealthyWhileTheBoardIsOff() throws Exception {
        board.powerOff();
        bring("late.bin", new NotifyBuilder(context).whenFailed(1).create());

        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(json("/actuator/health").toString()).contains("sim:board-1");

        board.powerOn();
    }

    @Test
    void takesNoMoreThanTenLines() throws IOException {
        Path resources = Path.of("src", "main", "resources");

        try (Stream<String> route = Files.lines(resources.resolve("camel/station.yaml"));
                Stream<String> properties = Files.lines(resources.resolve("application.properties"))) {
            assertThat(Stream.concat(route, properties)).hasSizeLessThanOrEqualTo(10);
        }
    }
}
