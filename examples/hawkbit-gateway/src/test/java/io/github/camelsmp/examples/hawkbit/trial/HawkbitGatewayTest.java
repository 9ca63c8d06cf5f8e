package io.github.camelsmp.examples.hawkbit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The gateway against a real hawkBit server; each is a process of its own. */
@Timeout(180)
class HawkbitGatewayTest {

    /** Set for what takes a minute and more. */
    private static final String LONG = "hawkbit.long";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration NEAR = Duration.ofMillis(2);
    private static final Duration FAR = Duration.ofMillis(400);
    private static final int FIRMWARE = 64 * 1024;

    @TempDir
    static Path serverHome;

    private static HawkbitProcess hawkbit;
    private static Operator operator;
    private static int published;

    @TempDir
    Path home;

    private final SimulatedFleet fleet = new SimulatedFleet();

    @BeforeAll
    static void startHawkbit() throws Exception {
        hawkbit = HawkbitProcess.start(serverHome);
        operator = new Operator(hawkbit.address());
        operator.allowGateways(GatewayProcess.TOKEN);
    }

    @AfterAll
    static void stopHawkbit() {
        hawkbit.close();
    }

    @BeforeEach
    void countPublished() {
        published++;
    }

    @AfterEach
    void closeDevices() {
        fleet.close();
    }

    @Test
    void upgradesTenDevicesTellsHowFarTheyAreAndWhatTheyAre() throws Exception {
        List<String> names =
                IntStream.range(0, 10).mapToObj(number -> "ten-" + number).toList();
        for (String name : names) {
            add(name, NEAR);
        }
        long set = publish("1.1.0");
        List<Long> actions = names.stream().map(name -> assign(set, name)).toList();

        try (GatewayProcess gateway = gateway()) {
            for (int number = 0; number < names.size(); number++) {
                awaitStatus(names.get(number), actions.get(number), "finished");
            }

            assertThat(names).allSatisfy(name -> assertThat(fleet.device(name).runningVersion())
                    .hasValue("1.1.0"));
            assertThat(operator.messages(names.get(0), actions.get(0)))
                    .anyMatch(message -> message.contains("[upgraded]"))
                    .anyMatch(message -> message.matches("\\d+ of \\d+ bytes, \\d+ a second"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(operator.attributes(names.get(0))
                            .path("image.0.version")
                            .asText())
                    .isEqualTo("1.1.0"));
            assertThat(operator.attributes(names.get(0)).get("transport").asText())
                    .isEqualTo("udp");
        }
    }

    @Test
    void sendsNothingToADeviceThatRunsWhatIsWanted() throws Exception {
        SimulatedDevice device = add("again", NEAR);
        long first = assign(publish("1.1.0"), "again");
        try (GatewayProcess gateway = gateway()) {
            awaitStatus("again", first, "finished");
            long written = device.flashBytesWritten();
            long second = assign(publish("1.1.0", "the same under another name"), "again");

            awaitStatus("again", second, "finished");

            assertThat(operator.messages("again", second)).anyMatch(message -> message.contains("[alreadyInstalled]"));
            assertThat(device.flashBytesWritten()).isEqualTo(written);
        }
    }

    @Test
    void flashesNoFileThatIsNotTheOneThatWasOrdered() throws Exception {
        SimulatedDevice device = add("swapped", NEAR);
        FirmwareImage ordered = FirmwareImage.ofSize("7.1.0", FIRMWARE);
        long set = operator.publish("swapped", "7.1.0", "swapped.bin", ordered.bytes());
        Files.write(kept(ordered), FirmwareImage.ofSize("6.6.6", FIRMWARE).bytes());
        long action = assign(set, "swapped");

        try (GatewayProcess gateway = gateway()) {
            awaitStatus("swapped", action, "error");
        }

        assertThat(operator.messages("swapped", action))
                .anyMatch(message -> message.startsWith("ArtifactException: the file swapped.bin is not the one"));
        assertThat(device.flashBytesWritten()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true")
    void reportsADeviceThatIsOffAndGoesOnWithTheOthers() throws Exception {
        add("off", NEAR).powerOff();
        add("on", NEAR);
        long set = publish("1.1.0");
        long off = assign(set, "off");
        long on = assign(set, "on");

        try (GatewayProcess gateway = gateway("gateway.hands=1")) {
            awaitStatus("on", on, "finished");
            awaitStatus("off", off, "error");
        }

        assertThat(operator.messages("off", off)).anyMatch(message -> message.startsWith("Smp"));
    }

    @Test
    void doesNotBeginWhatWasCancelledBefore() throws Exception {
        SimulatedDevice device = add("unwanted", NEAR);
        long action = assign(publish("1.1.0"), "unwanted");
        operator.cancel("unwanted", action);

        try (GatewayProcess gateway = gateway()) {
            awaitStatus("unwanted", action, "canceled");
        }

        assertThat(device.flashBytesWritten()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true")
    void stopsAnUploadThatIsCancelled() throws Exception {
        SimulatedDevice device = add("stopped", FAR.multipliedBy(2));
        long action = assign(publish("1.1.0"), "stopped");
        try (GatewayProcess gateway = gateway()) {
            await().atMost(PATIENCE).until(() -> device.flashBytesWritten() > 0);

            operator.cancel("stopped", action);

            awaitStatus("stopped", action, "canceled");
            assertThat(device.runningVersion()).hasValue("1.0.0");
            assertThat(device.flashBytesWritten()).isLessThan(FIRMWARE);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true")
    void goesOnWithAnUploadAfterItWasKilledAndReportsOnce() throws Exception {
        SimulatedDevice device = add("killed", FAR);
        SimulatedDevice other = add("undisturbed", NEAR);
        long set = publish("1.1.0");
        long action = assign(set, "killed");
        try (GatewayProcess gateway = gateway()) {
            await().atMost(PATIENCE).until(() -> device.flashBytesWritten() > FIRMWARE / 4);
        }
        long written = device.flashBytesWritten();
        long undisturbed = assign(set, "undisturbed");

        try (GatewayProcess gateway = gateway()) {
            awaitStatus("killed", action, "finished");
            awaitStatus("undisturbed", undisturbed, "finished");
        }

        assertThat(written).isBetween(FIRMWARE / 4L, FIRMWARE - 1L);
        assertThat(device.runningVersion()).hasValue("1.1.0");
        assertThat(device.flashBytesWritten()).isLessThan(other.flashBytesWritten() + FIRMWARE / 8);
        assertThat(Collections.frequency(operator.statuses("killed", action), "finished"))
                .isEqualTo(1);
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true")
    void tellsTheResultOnceHawkbitIsThereAgain() throws Exception {
        SimulatedDevice device = add("unheard", FAR);
        long action = assign(publish("1.1.0"), "unheard");
        try (Relay relay = new Relay(hawkbit.address());
                GatewayProcess gateway = gateway(relay.address())) {
            await().atMost(PATIENCE).until(() -> device.flashBytesWritten() > 0);

            relay.cut();
            await().atMost(PATIENCE).until(() -> device.runningVersion().equals(Optional.of("1.1.0")));
            await().atMost(PATIENCE).until(() -> letters() == 1);
            assertThat(operator.status("unheard", action)).isNotEqualTo("finished");

            relay.mend();
            awaitStatus("unheard", action, "finished");
            await().atMost(PATIENCE).until(() -> letters() == 0);
        }
    }

    private long letters() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
            return files.count();
        }
    }

    private SimulatedDevice add(String name, Duration roundTrip) throws Exception {
        SimulatedDevice device = fleet.add(name, roundTrip);
        operator.register(name);
        return device;
    }

    private static long publish(String version) throws Exception {
        return publish(version, "firmware");
    }

    private static long publish(String version, String name) throws Exception {
        return operator.publish(
                name + " " + published,
                version,
                "firmware.bin",
                FirmwareImage.ofSize(version, FIRMWARE).bytes());
    }

    private static long assign(long set, String name) {
        try {
            return operator.assign(set, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** hawkBit keeps a file under its SHA-1. */
    private static Path kept(FirmwareImage image) throws Exception {
        String sha1 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(image.bytes()));
        try (Stream<Path> files = Files.walk(hawkbit.files())) {
            return files.filter(file -> file.endsWith(sha1)).findFirst().orElseThrow();
        }
    }

    private GatewayProcess gateway(String... properties) throws IOException {
        return gateway(hawkbit.address(), properties);
    }

    private GatewayProcess gateway(URI address, String... properties) throws IOException {
        return new GatewayProcess(home, address, fleet.write(home.resolve("targets.json")), properties);
    }

    private static void awaitStatus(String name, long action, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(operator.statuses(name, action)).contains(status));
    }
}
