package io.github.camelsmp.cli;

import static io.github.camelsmp.cli.Run.smp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.MemoryPool;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import io.github.camelsmp.simulator.server.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command that asks a device for one thing, over UDP. */
@Timeout(120)
class CommandsTest {

    @TempDir
    private Path folder;

    private final SimulatedFiles files =
            new SimulatedFiles().mount("/lfs1").put("/lfs1/a.txt", "from the board".getBytes(StandardCharsets.UTF_8));
    private final SimulatedSettings settings = new SimulatedSettings().add("a/b", new byte[] {1, 2, 3, 4});
    private final SimulatedStatistics statistics = new SimulatedStatistics().set("smp_svr_stats", "ticks", 42);
    private SimulatedDevice board;
    private String address;

    @BeforeEach
    void start() {
        board = SimulatedDevice.builder("commands")
                .files(files)
                .settings(settings)
                .statistics(statistics)
                .os(os -> os.withMemoryPools(new MemoryPool("net", 128, 8, 5, 2)))
                .build();
        address = board.listenUdp(0).address();
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void printsEverythingADeviceTellsOfItself() throws IOException {
        Run run = smp("info", address, "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/images/0/version").asText()).isEqualTo("1.0.0");
        assertThat(run.json().at("/parameters/buf_size").asInt()).isEqualTo(2048);
        assertThat(run.json().at("/images/0/hash").asText()).hasSize(64);
    }

    @Test
    void echoesAText() {
        assertThat(smp("echo", address, "good morning")).isEqualTo(new Run(0, "good morning\n", ""));
    }

    @Test
    void echoesSomethingWhereNoTextIsGiven() {
        assertThat(smp("echo", address).out()).isEqualTo("hello\n");
    }

    @Test
    void resetsADevice() {
        assertThat(smp("reset", address)).isEqualTo(new Run(0, "reset\n", ""));
    }

    @Test
    void saysWhyADeviceDoesNotComeBack() {
        board.observe(state -> {
            if (state != DeviceState.OFF) {
                board.powerOff();
            }
        });

        Run run = smp("reset", address, "--wait", "--swap-timeout=2s", "--request-timeout=100ms", "--retries=0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    }

    @Test
    void asksTheOperatingSystem() throws IOException {
        assertThat(smp("parameters", address).out()).isEqualTo("buf_size   2048\nbuf_count  4\n");
        assertThat(smp("application", address, "--format=i").out()).contains("simulated_board");
        assertThat(smp("bootloader", address).out()).contains("MCUboot");
        assertThat(smp("bootloader", address, "--query=mode", "--json")
                        .json()
                        .at("/mode")
                        .asInt())
                .isEqualTo(3);
        assertThat(smp("tasks", address).out()).startsWith("task ").contains("mcumgr smp");
        assertThat(smp("memory", address, "--json").out()).contains("net");
    }

    @Test
    void setsTheClockAndReadsIt() {
        assertThat(smp("time", "set", address, "2026-01-02T03:04:05").out()).isEqualTo("done\n");

        assertThat(smp("time", "get", address).out()).startsWith("2026-01-02T03:04:");
        assertThat(smp("time", "set", address, "--utc").exitCode()).isZero();
    }

    @Test
    void listsImagesAndSlots() throws IOException {
        JsonNode image = smp("images", "list", address, "--json").json().get(0);

        assertThat(image.get("active").asBoolean()).isTrue();
        assertThat(smp("images", "list", address).out())
                .contains("active, confirmed", image.get("hash").asText());
        assertThat(smp("images", "slots", address).out().lines().toList()).hasSize(3);
        assertThat(smp("images", "confirm", address).out()).contains("confirmed");
    }

    @Test
    void readsStatistics() throws IOException {
        assertThat(smp("stats", "list", address).out()).isEqualTo("smp_svr_stats\n");
        assertThat(smp("stats", "get", address, "smp_svr_stats").out()).isEqualTo("ticks  42\n");
        assertThat(smp("stats", "get", address, "--json")
                        .json()
                        .at("/smp_svr_stats/ticks")
                        .asInt())
                .isEqualTo(42);
    }

    @Test
    void readsTheOtherStatisticsWhereADeviceRefusesSome() {
        statistics.set("flash", "erases", 7);
        AtomicBoolean first = new AtomicBoolean(true);
        board.intercept(request -> isReadOfStatistics(request) && first.getAndSet(false)
                ? Verdict.refuse(Refusal.rc(Refusal.EMSGSIZE))
                : Verdict.execute());

        Run run = smp("stats", "get", address, "--json");

        assertThat(run.out()).isEqualTo("{\"flash\":{\"erases\":7}}\n");
        assertThat(run.err()).contains("EMSGSIZE");
        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    }

    private static boolean isReadOfStatistics(Request request) {
        return request.header().group() == 2 && request.header().command() == 0;
    }

    @Test
    void changesSettings() {
        assertThat(smp("settings", "get", address, "a/b").out()).isEqualTo("01020304\n");

        assertThat(smp("settings", "set", address, "a/b", "0a0b").exitCode()).isZero();
        assertThat(settings.value("a/b")).hasValue(new byte[] {10, 11});
        assertThat(smp("settings", "set", address, "a/b", "--text=on").exitCode())
                .isZero();
        assertThat(smp("settings", "get", address, "a/b", "--text").out()).isEqualTo("on\n");
        assertThat(smp("settings", "save", address).exitCode()).isZero();
        assertThat(settings.stored("a/b")).hasValue(new byte[] {'o', 'n'});
        assertThat(smp("settings", "commit", address).exitCode()).isZero();
        assertThat(smp("settings", "load", address).exitCode()).isZero();
        assertThat(smp("settings", "delete", address, "a/b").exitCode()).isZero();
    }

    @Test
    void erasesTheStoragePartition() {
        assertThat(smp("storage", "erase", address).out()).isEqualTo("done\n");
    }

    @Test
    void movesFiles() throws IOException {
        Path local = Files.writeString(folder.resolve("b.txt"), "to the board");

        Run put = smp("file", "put", address, local.toString(), "/lfs1/b.txt", "--json", "--quiet");
        Run get = smp(
                "file", "get", address, "/lfs1/a.txt", folder.resolve("a.txt").toString(), "--json");

        assertThat(put.json().get("bytes").asInt()).isEqualTo(12);
        assertThat(put.err()).isEmpty();
        assertThat(files.get("/lfs1/b.txt")).hasValue("to the board".getBytes(StandardCharsets.UTF_8));
        assertThat(get.json().get("match").asBoolean()).isTrue();
        assertThat(folder.resolve("a.txt")).hasContent("from the board");
    }

    @Test
    void putsAFileIntoAFolderUnderTheNameItHasOnTheDevice() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("received"));

        Run get = smp("file", "get", address, "/lfs1/a.txt", empty.toString());

        assertThat(get.exitCode()).isZero();
        assertThat(empty.resolve("a.txt")).hasContent("from the board");
    }

    @Test
    void namesTheFolderThatIsMissing() {
        Run get = smp(
                "file",
                "get",
                address,
                "/lfs1/a.txt",
                folder.resolve("no/a.txt").toString());

        assertThat(get.exitCode()).isEqualTo(ExitCode.LOCAL_FILE.number());
        assertThat(get.err()).contains("there is no folder " + folder.resolve("no"));
    }

    @Test
    void leavesNoPartOfAFileThatIsNotThere() {
        Run get =
                smp("file", "get", address, "/lfs1/nothing", folder.resolve("n").toString());

        assertThat(get.exitCode()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tellsOfFiles() throws IOException {
        assertThat(smp("file", "stat", address, "/lfs1/a.txt").out()).isEqualTo("14 bytes\n");
        assertThat(smp("file", "hash-types", address).out()).contains("sha256");
        assertThat(smp("file", "hash", address, "/lfs1/a.txt", "--hash-type=sha256", "--length=4", "--json")
                        .json()
                        .get("output")
                        .asText())
                .hasSize(64);
        assertThat(smp("file", "close", address).exitCode()).isZero();
    }

    @Test
    void tellsOfGroups() {
        assertThat(smp("groups", "count", address).out()).isEqualTo("8\n");
        assertThat(smp("groups", "list", address, "--json").out()).startsWith("[0,1,2,3,8,9");
        assertThat(smp("groups", "details", address).out()).contains("img mgmt", "fs mgmt");
        assertThat(smp("groups", "details", address, "1").out())
                .contains("img mgmt")
                .doesNotContain("fs mgmt");
    }

    @Test
    void runsAShellCommandAndEndsWithWhatItReturned() {
        assertThat(smp("shell", address, "kernel", "version")).isEqualTo(new Run(0, "Zephyr version 4.2.0\n", ""));

        Run unknown = smp("shell", address, "frobnicate");

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.SAID_NO.number());
        assertThat(unknown.out()).contains("frobnicate: command not found").doesNotContain("\u001b");
        assertThat(unknown.err()).isEqualTo("the command returned -8\n");
    }

    @Test
    void sendsAnyRequest() {
        assertThat(smp("request", address, "0", "0", "{\"d\":\"hi\"}", "--write", "--json")
                        .out())
                .isEqualTo("{\"r\":\"hi\"}\n");
        assertThat(smp("request", address, "3", "0", "{\"name\":\"a/b\",\"val\":{\"$hex\":\"ff\"}}", "--write")
                        .exitCode())
                .isZero();
        assertThat(settings.value("a/b")).hasValue(new byte[] {-1});
    }
}
