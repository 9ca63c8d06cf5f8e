package io.github.camelsmp.kamelets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.line.ConsoleNoise;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each Kamelet does its work in a YAML route and in a Pipe, as the examples have them. */
@Timeout(60)
class KameletExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "..", "examples", "kamelets");
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 8192);

    @TempDir
    private Path folder;

    private final FinishedExchanges finished = new FinishedExchanges();
    private final Main main = new Main();
    private SimulatedDevice device;
    private Path inbox;

    @BeforeEach
    void start() throws IOException {
        device = SimulatedDevice.builder("board-1")
                .statistics(new SimulatedStatistics().set("smp_svr_stats", "ticks", 7))
                .settings(new SimulatedSettings().add("app/interval", "10".getBytes(UTF_8)))
                .files(new SimulatedFiles().mount("/lfs1").put("/lfs1/log.txt", "all well".getBytes(UTF_8)))
                .noise(ConsoleNoise.NONE.withBeforeAnswers("[00:00:01.000,000] <inf> app: ready\r\n"))
                .build();
        inbox = Files.createDirectory(folder.resolve("inbox"));
    }

    @AfterEach
    void stop() {
        main.stop();
        device.close();
    }

    static Stream<String> kamelets() throws IOException {
        return Kamelet.all().stream().map(Kamelet::name);
    }

    @Test
    void everyKameletHasAnExampleOfEitherKind() throws IOException {
        assertThat(kamelets()).allSatisfy(name -> assertThat(List.of(route(name), pipe(name)))
                .allSatisfy(example -> assertThat(example).exists()));
    }

    @Test
    void eventsArriveInARoute() throws Exception {
        run(route("smp-event-source"), device.listenTcp(0).address());

        assertThat(nextBody()).isEqualTo("[00:00:01.000,000] <inf> app: ready");
    }

    @Test
    void eventsArriveInAPipeAsJson() throws Exception {
        run(pipe("smp-event-source"), device.listenTcp(0).address());

        assertThat(nextBody()).isEqualTo("\"[00:00:01.000,000] <inf> app: ready\"");
        assertThat((String) nextBody()).contains("\"address\":\"tcp:", "\"buf_size\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-discovery-source.camel.yaml", "smp-discovery-source.pipe.yaml"})
    void devicesAreFound(String example) throws Exception {
        String address = device.listenUdp(0).address();

        run(EXAMPLES.resolve(example), address);

        Exchange found = next();
        assertThat(found.getMessage().getHeader("CamelSmpAddress")).isEqualTo(address);
        assertThat(found.getMessage().getHeader("CamelSmpEvent")).isEqualTo("discovered");
    }

    @Test
    void statisticsArriveInARoute() throws Exception {
        run(route("smp-statistics-source"));

        assertThat(nextBody()).isEqualTo(Map.of("name", "smp_svr_stats", "fields", Map.of("ticks", 7L)));
    }

    @Test
    void statisticsArriveInAPipeAsJson() throws Exception {
        run(pipe("smp-statistics-source"));

        assertThat((String) nextBody()).contains("\"fields\":{\"ticks\":7}");
    }

    @Test
    void aRequestTakesJsonInARoute() throws Exception {
        run(route("smp-request-action"));

        assertThat(nextBody()).isEqualTo(Map.of("r", "hello"));
    }

    @Test
    void aRequestNeedsNoBodyInAPipe() throws Exception {
        run(pipe("smp-request-action"));

        assertThat((String) nextBody()).contains("\"buf_size\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp-firmware-upgrade-action.camel.yaml",
                "smp-firmware-upgrade-action.pipe.yaml",
                "upgrade.pipe.yaml"
            })
    void aBoardIsUpgradedWithAFile(String example) throws Exception {
        run(EXAMPLES.resolve(example));

        assertThat(String.valueOf(nextBody())).contains("upgraded");
        assertThat(device.runningVersion()).contains("2.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-firmware-upgrade-sink.camel.yaml", "smp-firmware-upgrade-sink.pipe.yaml"})
    void aBoardIsUpgradedWithWhatArrives(String example) throws Exception {
        Files.write(inbox.resolve("new.bin"), NEW.bytes());

        run(EXAMPLES.resolve(example));

        next();
        assertThat(device.runningVersion()).contains("2.0.0");
        await().untilAsserted(() ->
                assertThat(inbox.resolve("done").resolve("new.bin")).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-firmware-upgrade-sink.camel.yaml", "smp-firmware-upgrade-sink.pipe.yaml"})
    void whatIsNoFirmwareIsPutAside(String example) throws Exception {
        Files.writeString(inbox.resolve("new.bin"), "no firmware");

        run(EXAMPLES.resolve(example));

        assertThat(finished.next().getException()).hasMessageContaining("of no known kind");
        await().untilAsserted(() ->
                assertThat(inbox.resolve("failed").resolve("new.bin")).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-file-upload-sink.camel.yaml", "smp-file-upload-sink.pipe.yaml"})
    void aFileArrivesOnTheDevice(String example) throws Exception {
        Files.writeString(inbox.resolve("config.json"), "{\"interval\": 5}");

        run(EXAMPLES.resolve(example));

        next();
        assertThat(main.getCamelTemplate()
                        .requestBody(
                                "smp:" + device.address() + "?operation=fileDownload&path=/lfs1/config.json",
                                null,
                                String.class))
                .isEqualTo("{\"interval\": 5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-file-download-action.camel.yaml", "smp-file-download-action.pipe.yaml"})
    void aFileComesFromTheDevice(String example) throws Exception {
        run(EXAMPLES.resolve(example));

        assertThat(next().getMessage().getBody(String.class)).isEqualTo("all well");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-shell-action.camel.yaml", "smp-shell-action.pipe.yaml"})
    void aShellCommandIsRun(String example) throws Exception {
        run(EXAMPLES.resolve(example));

        Exchange answer = next();
        assertThat(answer.getMessage().getBody(String.class)).isNotBlank();
        assertThat(answer.getMessage().getHeader("CamelSmpReturnCode")).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp-settings-action.camel.yaml", "smp-settings-action.pipe.yaml"})
    void aSettingIsRead(String example) throws Exception {
        run(EXAMPLES.resolve(example));

        assertThat(next().getMessage().getBody(String.class)).isEqualTo("10");
    }

    @Test
    void aDeviceTellsOfItselfInARoute() throws Exception {
        run(route("smp-device-info-action"));

        assertThat(((Map<?, ?>) nextBody()).keySet().stream().map(String::valueOf))
                .contains("applicationInfo", "parameters", "images", "bootloader");
    }

    @Test
    void aDeviceTellsOfItselfInAPipeAsJson() throws Exception {
        run(pipe("smp-device-info-action"));

        assertThat((String) nextBody()).contains("\"applicationInfo\":\"", "\"bootloader\":{");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStationUpgradesTheBoardThatIsPluggedIn() throws Exception {
        Path ports = Files.createDirectory(folder.resolve("by-id"));
        main.addInitialProperty("camel.component.smp.portFolder", ports.toString());
        main.addInitialProperty("camel.component.smp.namePattern", "board-.*");
        run(EXAMPLES.resolve("station.pipe.yaml"));

        device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(ports.resolve("board-1")));

        next();
        assertThat(device.runningVersion()).contains("2.0.0");
    }

    private static Path route(String kamelet) {
        return EXAMPLES.resolve(kamelet + ".camel.yaml");
    }

    private static Path pipe(String kamelet) {
        return EXAMPLES.resolve(kamelet + ".pipe.yaml");
    }

    private void run(Path example) throws Exception {
        run(example, device.listenUdp(0).address());
    }

    private void run(Path example, String address) throws Exception {
        String hosts = address.substring(address.indexOf(':') + 1);
        Path firmware = Files.write(folder.resolve("app.bin"), NEW.bytes());
        main.configure().withRoutesIncludePattern("file:" + withAddresses(example, address, hosts, firmware));
        main.addInitialProperty("device", address);
        main.addInitialProperty("hosts", hosts);
        main.addInitialProperty("inbox", inbox.toString());
        main.addInitialProperty("firmware", firmware.toString());
        main.init();
        main.getCamelContext().addRoutePolicyFactory(finished);
        main.start();
    }

    /** Camel resolves no placeholders in the properties of a Pipe, so its addresses are those of the documentation. */
    private Path withAddresses(Path example, String address, String hosts, Path firmware) throws IOException {
        String text = Files.readString(example)
                .replace("udp:192.0.2.7", address)
                .replace("192.0.2.0/28", hosts)
                .replace("app.signed.bin", firmware.toString());
        return Files.writeString(folder.resolve(example.getFileName()), text);
    }

    private Object nextBody() throws InterruptedException {
        return next().getMessage().getBody();
    }

    private Exchange next() throws InterruptedException {
        Exchange exchange = finished.next();
        assertThat(exchange.getException()).isNull();
        return exchange;
    }
}
