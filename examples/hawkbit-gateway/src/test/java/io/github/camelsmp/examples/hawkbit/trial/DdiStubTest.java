package io.github.camelsmp.examples.hawkbit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway where the API can do what the real server of the other test cannot, or can be asked to. */
@Timeout(180)
class DdiStubTest {

    private static final FirmwareImage NEXT = FirmwareImage.ofSize("1.1.0", 32 * 1024);

    @TempDir
    Path home;

    private final SimulatedFleet fleet = new SimulatedFleet();
    private final SimulatedDevice device = fleet.add("stub", Duration.ofMillis(2));

    @AfterEach
    void closeDevices() {
        fleet.close();
    }

    @Test
    void confirmsWhatWaitsForThatAndThenDoesIt() throws Exception {
        try (DdiStub hawkbit = new DdiStub(NEXT, "firmware.bin", "confirmationBase", "http://127.0.0.1");
                GatewayProcess gateway = gateway(hawkbit)) {

            assertThat(hawkbit.told("confirmationBase/5/feedback")
                            .body()
                            .get("confirmation")
                            .asText())
                    .isEqualTo("confirmed");
            assertThat(finished(hawkbit)).isEqualTo("success");
            assertThat(device.runningVersion()).hasValue("1.1.0");
        }
    }

    @Test
    void goesOnWithADownloadThatBrokeOffAndKeepsItUnderItsOwnName() throws Exception {
        String name = "../../../escaped\u001b[31m; touch escaped";
        try (DdiStub hawkbit = new DdiStub(NEXT, name, "deploymentBase", "http://127.0.0.1");
                GatewayProcess gateway = gateway(hawkbit)) {

            assertThat(finished(hawkbit)).isEqualTo("success");

            assertThat(hawkbit.downloads()).hasSizeGreaterThan(1);
            assertThat(hawkbit.downloads().get(1).range()).matches("bytes=[1-9]\\d*-");
            assertThat(device.runningVersion()).hasValue("1.1.0");
        }
        // the gateway, which comes and goes in its folders, has ended
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files).noneMatch(file -> file.toString().contains("escaped"));
        }
    }

    @Test
    void showsItsTokenToNoOtherServer() throws Exception {
        try (DdiStub hawkbit = new DdiStub(NEXT, "firmware.bin", "deploymentBase", "http://localhost");
                GatewayProcess gateway = gateway(
                        hawkbit,
                        "gateway.downloads=http://localhost:"
                                + hawkbit.address().getPort())) {

            assertThat(finished(hawkbit)).isEqualTo("success");

            assertThat(hawkbit.downloads())
                    .allSatisfy(download -> assertThat(download.authorization()).isNull());
        }
    }

    @Test
    void fetchesNothingFromAServerThatNobodyNamed() throws Exception {
        try (DdiStub hawkbit = new DdiStub(NEXT, "firmware.bin", "deploymentBase", "http://localhost");
                GatewayProcess gateway = gateway(hawkbit)) {

            DdiStub.Posted told = hawkbit.told("deploymentBase/5/feedback");

            assertThat(told.body().at("/status/result/finished").asText()).isEqualTo("failure");
            assertThat(told.body().at("/status/details/0").asText()).contains("gateway.downloads");
            assertThat(hawkbit.downloads()).isEmpty();
            assertThat(device.flashBytesWritten()).isZero();
        }
    }

    @Test
    void throwsAwayALetterThatHawkbitNoLongerWants() throws Exception {
        try (DdiStub hawkbit = new DdiStub(NEXT, "firmware.bin", "deploymentBase", "http://127.0.0.1")) {
            hawkbit.answer(410);
            try (GatewayProcess gateway = gateway(hawkbit)) {

                assertThat(finished(hawkbit)).isEqualTo("success");

                await().atMost(Duration.ofSeconds(60)).until(() -> letters() == 0);
            }
        }
    }

    private long letters() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("a/b/c/d/outbox"))) {
            return files.count();
        }
    }

    private static String finished(DdiStub hawkbit) throws InterruptedException {
        return hawkbit.told("deploymentBase/5/feedback")
                .body()
                .at("/status/result/finished")
                .asText();
    }

    private GatewayProcess gateway(DdiStub hawkbit, String... properties) throws IOException {
        Path own = Files.createDirectories(home.resolve("a/b/c/d"));
        return new GatewayProcess(own, hawkbit.address(), fleet.write(home.resolve("targets.json")), properties);
    }
}
