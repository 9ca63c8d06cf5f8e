package io.github.camelsmp.examples.springboot;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A board made of software, and a firmware file for it. A station with boards of its own does without this class. */
@Configuration(proxyBeanMethods = false)
class SimulatedBoard {

    private static final int FIRMWARE_SIZE = 64 * 1024;

    @Bean
    SimulatedDevice board() {
        return SimulatedDevice.builder("board-1")
                .running(FirmwareImage.ofSize("1.0.0", FIRMWARE_SIZE))
                .bootTime(Duration.ofMillis(200))
                .build();
    }

    /** With {@code --release} somebody puts new firmware into the inbox. */
    @Bean
    ApplicationRunner release(@Value("${inbox:inbox}") Path inbox) {
        return arguments -> {
            if (arguments.containsOption("release")) {
                Files.write(
                        Files.createDirectories(inbox).resolve("1.1.0.bin"),
                        FirmwareImage.ofSize("1.1.0", FIRMWARE_SIZE).bytes());
            }
        };
    }
}
