package io.github.camelsmp.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.cli.ExitCode;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user of Camel's command line does, with nothing of this project at hand but a repository to download it from. */
@Timeout(300)
class CamelCommandLineTest {

    @TempDir
    private Path folder;

    private SimulatedDevice board;
    private String address;
    private FileRepository repository;
    private Camel camel;

    @BeforeEach
    void start() throws IOException {
        board = SimulatedDevice.builder("camel").build();
        address = board.listenUdp(0).address();
        repository = FileRepository.in(folder.resolve("repository"));
        camel = Camel.in(folder, repository);
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void thePluginBringsTheCommands() throws Exception {
        Camel.Run added = camel.camel(
                "plugin", "add", "smp", "--command=smp", "--gav=" + repository.coordinates("camel-jbang-plugin-smp"));

        Camel.Run echo = camel.camel("smp", "echo", address, "hello from camel");
        Camel.Run nobody = camel.camel("smp", "echo", "tcp:127.0.0.1:1", "--connect-timeout=300ms");

        assertThat(added.exitCode()).as(added.output()).isZero();
        assertThat(echo.output()).endsWith("hello from camel\n");
        assertThat(echo.exitCode()).isZero();
        assertThat(nobody.output())
                .contains("camel smp echo: tcp:127.0.0.1:1: ")
                .doesNotContain("\tat ");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.NO_LINE.number());
    }

    @Test
    void aRouteUpgradesABoardWithOneDependency() throws Exception {
        Path firmware = Files.write(
                folder.resolve("new.bin"), FirmwareImage.ofSize("1.1.0", 8192).bytes());

        Camel.Run run = camel.camel(
                "run",
                Path.of("src", "test", "resources", "upgrade.yaml")
                        .toAbsolutePath()
                        .toString(),
                "--dep=" + repository.coordinates("camel-smp"),
                "--repos=" + repository.urls(),
                "--prop=board=" + address,
                "--prop=firmware=" + firmware,
                "--max-messages=1",
                "--logging-color=false");

        assertThat(run.output()).contains(": upgraded");
        assertThat(board.runningVersion()).hasValue("1.1.0");
    }
}
