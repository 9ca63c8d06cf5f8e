package io.github.camelsmp.cli;

import static io.github.camelsmp.cli.Run.smp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that bring firmware to a device. */
@Timeout(120)
class FirmwareCommandsTest {

    private static final FirmwareImage FIRMWARE = FirmwareImage.ofSize("1.1.0", 40_000);
    private static final String HASH = HexFormat.of().formatHex(FIRMWARE.hash());

    @TempDir
    private Path folder;

    private SimulatedDevice board;
    private String address;
    private String file;

    @BeforeEach
    void start() throws IOException {
        board = SimulatedDevice.builder("firmware").build();
        address = board.listenUdp(0).address();
        file = Files.write(folder.resolve("new.bin"), FIRMWARE.bytes()).toString();
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void upgradesABoard() throws IOException {
        Run run = smp("upgrade", address, file, "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("outcome").asText()).isEqualTo("upgraded");
        assertThat(run.err().lines()).contains("upload", "verify").anyMatch(line -> line.contains("100 %"));
        assertThat(board.runningVersion()).hasValue("1.1.0");
    }

    @Test
    void upgradesABoardOverASerialPort() throws IOException {
        String port = board.openPseudoTerminal().address();

        Run run = smp("upgrade", port, file, "--quiet");

        assertThat(run.out()).startsWith("outcome  upgraded\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysWhatAnUpgradeWouldDoAndDoesNothing() throws IOException {
        Run run = smp("upgrade", address, file, "--upgrade-mode=plan", "--json");

        assertThat(run.json().get("outcome").asText()).isEqualTo("planned");
        assertThat(run.json().get("reasons").get(0).asText()).contains("1.1.0", "is uploaded");
        assertThat(board.flashBytesWritten()).isZero();
    }

    @Test
    void goesThroughAnUpgradeStepByStep() {
        assertThat(smp("upload", address, file).out()).contains("bytes            40000");
        assertThat(smp("images", "test", address, HASH).out()).contains("pending");
        assertThat(smp("reset", address, "--wait").exitCode()).isZero();
        assertThat(smp("images", "confirm", address, HASH).out()).contains("1.1.0    active, confirmed");
        assertThat(smp("images", "erase", address, "--slot=1").exitCode()).isZero();
        assertThat(smp("images", "list", address).out()).contains("1.1.0").doesNotContain("1.0.0");
    }

    @Test
    void refusesAFileThatIsNoFirmwareBeforeItSendsAnything() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear board, ".repeat(20));

        Run run = smp("upgrade", address, text.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_IMAGE.number());
        assertThat(run.err()).startsWith("smp upgrade: ").hasLineCount(1);
        assertThat(board.traffic().requests()).isZero();
    }

    @Test
    void refusesAFileWithAnotherHash() {
        Run run = smp("upload", address, file, "--sha256=" + "00".repeat(32));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_IMAGE.number());
        assertThat(run.err()).contains("the SHA-256 of", HexFormat.of().formatHex(FIRMWARE.fileSha256()));
    }

    @Test
    void saysWhereAnUpgradeStopped() throws IOException {
        Path old = Files.write(
                folder.resolve("old.bin"), FirmwareImage.ofSize("0.9.0", 4096).bytes());

        Run run = smp("upgrade", address, old.toString(), "--no-allow-downgrade");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UPGRADE_STOPPED.number());
        assertThat(run.err()).contains("stage decide", "0.9.0 is not newer than 1.0.0", "next boot: ");
    }

    @Test
    void looksIntoAFile() throws IOException {
        assertThat(smp("inspect", file).out()).contains("version  1.1.0\n", HASH);
        assertThat(smp("inspect", file, "--json").json().get(0).get("bytes").asInt())
                .isEqualTo(40_000);
    }
}
