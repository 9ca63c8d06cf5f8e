package io.github.camelsmp.guides;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.Upgrade;
import io.github.camelsmp.kamelets.FinishedExchanges;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every route in {@code src-docs/routes} does what its guide says. */
@Timeout(60)
class GuideRoutesTest {

    private static final Path ROUTES = Path.of("..", "..", "src-docs", "routes");
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 20_000);

    @TempDir
    private Path folder;

    private final FinishedExchanges finished = new FinishedExchanges();
    private final Main main = new Main();
    private SimulatedDevice board;
    private Path inbox;

    @BeforeEach
    void start() throws IOException {
        board = SimulatedDevice.builder("board-1")
                .settings(new SimulatedSettings().add("app/interval", "10".getBytes(UTF_8)))
                .files(new SimulatedFiles().mount("/lfs1").put("/lfs1/log.txt", "all well".getBytes(UTF_8)))
                .build();
        inbox = Files.createDirectory(folder.resolve("inbox"));
    }

    @AfterEach
    void stop() {
        main.stop();
        board.close();
    }

    @Test
    void everyRouteIsTried() throws IOException {
        List<String> tried = Arrays.stream(GuideRoutesTest.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(Tries.class))
                .filter(tries -> tries != null)
                .flatMap(tries -> Arrays.stream(tries.value()))
                .toList();
        try (Stream<Path> files = Files.list(ROUTES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(tried);
        }
    }

    @Test
    @Tries("getting-started.yaml")
    void upgradesABoardInTenLines() throws Exception {
        run("getting-started.yaml");

        assertThat(result().get("outcome")).isEqualTo("upgraded");
        assertThat(board.runningVersion()).contains("2.0.0");
        assertThat(Files.readAllLines(ROUTES.resolve("getting-started.yaml"))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theProgramOfTheGuideUpgradesABoard() throws Exception {
        main.configure().addRoutesBuilder(new Upgrade());
        start(board.listenUdp(0).address());

        assertThat(result().get("outcome")).isEqualTo("upgraded");
    }

    @Test
    @Tries("udp.yaml")
    void listsImagesOverUdp() throws Exception {
        run("udp.yaml");

        assertThat((List<?>) next().getMessage().getBody()).isNotEmpty();
    }

    @Test
    @Tries("tcp.yaml")
    void listsImagesOverTcp() throws Exception {
        run("tcp.yaml", board.listenTcp(0).address());

        assertThat((List<?>) next().getMessage().getBody()).isNotEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Tries("serial.yaml")
    void listsImagesOverASerialPort() throws Exception {
        run("serial.yaml", board.openPseudoTerminal().address());

        assertThat((List<?>) next().getMessage().getBody()).isNotEmpty();
    }

    @Test
    @Tries("upgrade.yaml")
    void upgradesWithAFileAndSaysWhyItWouldNot() throws Exception {
        run("upgrade.yaml");
        Files.write(inbox.resolve("2.bin"), NEW.bytes());
        assertThat(result().get("outcome")).isEqualTo("upgraded");

        Files.write(inbox.resolve("1.bin"), FirmwareImage.ofSize("1.5.0", 9_000).bytes());

        Exchange refused = next();
        assertThat(refused.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessageContaining("1.5.0");
        assertThat(board.runningVersion()).contains("2.0.0");
    }

    @Test
    @Tries("upgrade-plan.yaml")
    void plansAndChangesNothing() throws Exception {
        Files.write(inbox.resolve("2.bin"), NEW.bytes());

        run("upgrade-plan.yaml");

        assertThat(result().get("outcome")).isEqualTo("planned");
        assertThat(board.runningVersion()).contains("1.0.0");
    }

    @Test
    @Tries("upgrade-progress.yaml")
    void tellsHowFarAnUploadIs() throws Exception {
        run("upgrade-progress.yaml");

        main.getCamelTemplate().requestBody("smp:{{device}}?operation=imageUpload", NEW.bytes());

        assertThat(result()).isNotNull().extracting("length").isEqualTo((long) NEW.bytes().length);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Tries("station.yaml")
    void bringsWhatIsPluggedInUpToDate() throws Exception {
        Path ports = Files.createDirectory(folder.resolve("by-id"));
        main.addInitialProperty("camel.component.smp.portFolder", ports.toString());
        main.addInitialProperty("camel.component.smp.namePattern", "board-.*");
        run("station.yaml");

        board.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(ports.resolve("board-1")));

        assertThat(result().get("outcome")).isEqualTo("upgraded");
    }

    @Test
    @Tries("files-upload.yaml")
    void sendsFiles() throws Exception {
        run("files-upload.yaml");

        Files.writeString(inbox.resolve("config.json"), "{}");

        assertThat(result()).containsEntry("bytes", 2L).containsEntry("match", true);
    }

    @Test
    @Tries("files-download.yaml")
    void fetchesFiles() throws Exception {
        run("files-download.yaml");

        next();
        await().untilAsserted(() ->
                assertThat(folder.resolve("outbox").resolve("log.txt")).hasContent("all well"));
    }

    @Test
    @Tries("settings.yaml")
    void changesASettingForGood() throws Exception {
        run("settings.yaml");

        assertThat(next().getMessage().getBody(String.class)).isEqualTo("20");
    }

    private void run(String route) throws Exception {
        run(route, board.listenUdp(0).address());
    }

    private void run(String route, String address) throws Exception {
        main.configure().withRoutesIncludePattern("file:" + ROUTES.resolve(route));
        start(address);
    }

    private void start(String address) throws Exception {
        main.addInitialProperty("device", address);
        main.addInitialProperty("inbox", inbox.toString());
        main.addInitialProperty("outbox", folder.resolve("outbox").toString());
        main.addInitialProperty(
                "firmware", Files.write(folder.resolve("app.bin"), NEW.bytes()).toString());
        main.init();
        main.getCamelContext().addRoutePolicyFactory(finished);
        main.start();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> result() throws InterruptedException {
        return (Map<String, Object>) next().getMessage().getBody();
    }

    private Exchange next() throws InterruptedException {
        Exchange exchange = finished.next();
        assertThat(exchange.getException()).isNull();
        return exchange;
    }
}
