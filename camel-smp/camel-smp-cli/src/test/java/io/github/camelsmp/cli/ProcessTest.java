package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, with its streams and its end. */
@Timeout(120)
class ProcessTest {

    private static final int SIZE = 256 * 1024;
    private static final FirmwareImage FIRMWARE = FirmwareImage.ofSize("1.1.0", SIZE);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    private SimulatedDevice board;
    private String address;
    private Path firmware;

    @BeforeEach
    void start() throws IOException {
        board = SimulatedDevice.builder("process").flash(FlashTiming.NRF52840).build();
        address = board.listenUdp(0).address();
        firmware = Files.write(folder.resolve("new.bin"), FIRMWARE.bytes());
    }

    @AfterEach
    void stop() {
        board.close();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void anUploadThatWasEndedFromOutsideGoesOnWhereItStopped() throws Exception {
        Process upload = Program.smp("upload", address, firmware.toString());
        BufferedReader progress = upload.errorReader(StandardCharsets.UTF_8);
        assertThat(progress.lines().anyMatch(line -> line.contains(" 30 %"))).isTrue();

        upload.toHandle().destroy();

        assertThat(progress.lines().reduce((line, last) -> last).orElseThrow())
                .isEqualTo("cancelled; the device keeps what it has, and the same command goes on from there");
        assertThat(upload.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
        Process again = Program.smp("upload", address, firmware.toString(), "--json");
        assertThat(json(Program.output(again, "")).get("sent").asInt()).isLessThan(SIZE * 8 / 10);
        assertThat(again.waitFor()).isZero();
        assertThat(board.slot(0, 1).version()).hasValue("1.1.0");
    }

    @Test
    void nothingButTheResultIsOnStandardOutput() throws Exception {
        Path small = Files.write(
                folder.resolve("small.bin"), FirmwareImage.ofSize("1.1.0", 8192).bytes());
        Process upgrade = Program.smp("upgrade", address, small.toString(), "--json");

        assertThat(json(Program.output(upgrade, "")).get("outcome").asText()).isEqualTo("upgraded");
        assertThat(upgrade.waitFor()).isZero();
        assertThat(upgrade.errorReader(StandardCharsets.UTF_8).lines()).contains("upload", "confirm");
    }

    @Test
    void filesComeFromAndGoToPipes() throws Exception {
        Process put = Program.smp("file", "put", address, "-", "/lfs1/piped.txt");
        assertThat(Program.output(put, "through a pipe\n")).startsWith("bytes            15\n");

        Process get = Program.smp("file", "get", address, "/lfs1/piped.txt", "-", "--json");

        assertThat(Program.output(get, "")).isEqualTo("through a pipe\n");
    }

    @Test
    void firmwareComesFromAPipe() throws Exception {
        Process inspect = Program.smp("inspect", "-", "--json");
        inspect.getOutputStream().write(FIRMWARE.bytes());

        assertThat(json(Program.output(inspect, "")).get(0).get("version").asText())
                .isEqualTo("1.1.0");
    }

    @Test
    void theShellTakesALineAfterAnother() throws Exception {
        Process shell = Program.smp("shell", address);

        assertThat(Program.output(shell, "kernel version\necho two words\nexit\necho never\n"))
                .isEqualTo("Zephyr version 4.2.0\ntwo words\n");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void aSessionKnowsItsDevice() throws Exception {
        Process session = Program.smp("interactive", address);

        String output = Program.output(session, "echo 'two words'\nfrobnicate\nimages list --json\nquit\n");

        assertThat(output).startsWith("two words\n[{").endsWith("}]\n");
        assertThat(session.waitFor()).isZero();
        assertThat(session.errorReader(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("smp: Unmatched argument at index 0: 'frobnicate'"));
    }

    @Test
    void theConsoleShowsWhatADevicePrints() throws Exception {
        Process console = Program.smp("console", board.openPseudoTerminal().address());
        BufferedReader said = console.errorReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("connected");

        board.print("\u001b[32mbooting\u001b[m\r\n");

        assertThat(console.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("booting");
        console.toHandle().destroy();
        assertThat(said.readLine()).isEqualTo("ended");
    }

    @Test
    void simulatedBoardsAnswerUntilTheyAreEnded() throws Exception {
        Path next = folder.resolve("next.bin");
        Process simulator = Program.smp(
                "simulate", "--count=2", "--udp=0", "--tcp=0", "--flash=instant", "--json", "--new-firmware=" + next);
        JsonNode boards = json(simulator.inputReader(StandardCharsets.UTF_8).readLine());
        try {
            String first = boards.at("/0/addresses/0").asText();
            String second = boards.at("/1/addresses/1").asText();

            assertThat(Run.smp("upgrade", first, next.toString(), "-q").out()).contains("1.0.0  1.1.0");
            assertThat(Run.smp("echo", second, "over TCP").out()).isEqualTo("over TCP\n");
        } finally {
            simulator.toHandle().destroy();
        }
        assertThat(simulator.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
    }

    @Test
    void boardsAreFoundOnTheNetwork() throws Exception {
        String host = address.substring("udp:".length());

        Process list = Program.smp("list", "--hosts=" + host, "--json");

        JsonNode found = json(Program.output(list, ""));
        assertThat(found.get(0).get("address").asText()).isEqualTo(address);
        assertThat(found.get(0).get("smp").asBoolean()).isTrue();
    }

    @Test
    void portsAreFoundInAFolderOfLinksAndAsked() throws Exception {
        Path links = Files.createDirectory(folder.resolve("by-id"));
        Path port = Path.of(board.openPseudoTerminal().address().substring("serial:".length()));
        Files.createSymbolicLink(links.resolve("usb-board"), port);

        Process list =
                Program.smp("list", "serial", "--port-folder=" + links, "--probe", "--json", "--name-pattern=usb-.*");

        JsonNode found = json(Program.output(list, ""));
        assertThat(found.get(0).get("address").asText()).isEqualTo("serial:" + links.resolve("usb-board"));
        assertThat(found.get(0).at("/parameters/buf_size").asInt()).isEqualTo(2048);
    }
}
