package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of one job: gateways are processes of their own, the broker is in this one. */
@Timeout(120)
class JobTest {

    @TempDir
    Path home;

    private FleetDevices devices;
    private FleetBroker broker;
    private Control control;
    private Gateways gateways;
    private Path image;
    private String device;

    @BeforeEach
    void start() throws Exception {
        devices = new FleetDevices(1, Duration.ZERO);
        broker = new FleetBroker(home, FleetOptions.freePort());
        broker.start();
        control = new Control(broker.address());
        gateways = new Gateways(home, Map.of("fleet.broker", broker.address(), "fleet.attempts", "1"));
        image = FleetRun.image(home);
        device = devices.addresses().get(0);
    }

    @AfterEach
    void stop() throws Exception {
        gateways.close();
        control.close();
        broker.close();
        devices.close();
    }

    @Test
    void tellsNoResultOfAGatewayThatDiesBeforeTheJobIsDone() throws Exception {
        Process dying = gateways.start(DyingGateway.class, "dying");
        control.order(device, image, Instant.now().plusSeconds(600));
        dying.waitFor();
        assertThat(devices.running("1.1.0")).isEqualTo(1);
        assertThat(control.ledger().upgraded()).isZero();

        gateways.start("next");
        control.ledger().awaitDone(1);

        assertThat(control.ledger().outcome(device)).contains("alreadyInstalled");
        assertThat(control.ledger().work()).isEqualTo(Map.of("next", 1));
        assertThat(devices.startedTwice()).isZero();
        assertThat(devices.shared()).isZero();
    }

    @Test
    void saysOfADeadJobThatItsFileIsAnother() throws Exception {
        gateways.start("gateway");

        control.send(
                "jobs",
                Map.of(
                        "device",
                        device,
                        "image",
                        image.toString(),
                        "sha256",
                        "00",
                        "deadline",
                        Instant.now().plusSeconds(600).toString()));
        control.ledger().awaitDone(1);

        assertThat(control.ledger().dead().get(device)).contains("is not the file that was ordered");
        assertThat(devices.running("1.0.0")).isEqualTo(1);
    }

    @Test
    void saysOfADeadJobThatItsDeadlineHasPassed() throws Exception {
        gateways.start("gateway");

        control.order(device, image, Instant.parse("2026-01-01T00:00:00Z"));
        control.ledger().awaitDone(1);

        assertThat(control.ledger().dead().get(device)).contains("the deadline of the job was 2026-01-01T00:00:00Z");
    }
}
