package io.github.camelsmp.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application as it stands. */
@Timeout(120)
@QuarkusTest
class StationTest {

    @Inject
    CamelContext context;

    @Inject
    SimulatedBoard board;

    @ConfigProperty(name = "inbox")
    Path inbox;

    @Test
    void upgradesTheBoard() throws Exception {
        NotifyBuilder done = new NotifyBuilder(context).whenCompleted(1).create();

        Path complete = Files.write(
                inbox.resolveSibling("1.2.0.part"),
                FirmwareImage.ofSize("1.2.0", 20_000).bytes());
        Files.move(complete, inbox.resolve("1.2.0.bin"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(done.matches(60, TimeUnit.SECONDS)).isTrue();
        assertThat(board.runningVersion()).contains("1.2.0");
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
