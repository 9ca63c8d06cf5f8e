package io.github.camelsmp.examples.quarkus;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A board made of software, and a firmware file for it. A station with boards of its own does without this class. */
@ApplicationScoped
public class SimulatedBoard {

    private static final int FIRMWARE_SIZE = 64 * 1024;

    private final SimulatedDevice board = SimulatedDevice.builder("board-1")
            .running(FirmwareImage.ofSize("1.0.0", FIRMWARE_SIZE))
            .bootTime(Duration.ofMillis(200))
            .build();
    private final Path inbox;
    private final Optional<String> release;

    /** @param release a version that somebody puts into the inbox when the application has started */
    @Inject
    SimulatedBoard(
            @ConfigProperty(name = "inbox", defaultValue = "inbox") Path inbox,
            @ConfigProperty(name = "release") Optional<String> release) {
        this.inbox = inbox;
        this.release = release;
    }

    void start(@Observes StartupEvent event) throws IOException {
        if (release.isPresent()) {
            Files.write(
                    Files.createDirectories(inbox).resolve(release.get() + ".bin"),
                    FirmwareImage.ofSize(release.get(), FIRMWARE_SIZE).bytes());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        board.close();
    }

    /** What the board runs. */
    Optional<String> runningVersion() {
        return board.runningVersion();
    }
}
