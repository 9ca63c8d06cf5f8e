package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Camel's readiness says of devices that come and go. */
@Timeout(120)
class HealthTest extends DeviceTestSupport {

    private static final String FAST = "requestTimeout=200&connectTimeout=500&retries=1&reconnectDelay=50";

    @TempDir
    private static Path folder;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.setExposureLevel("full");
        registry.register(registry.resolveById("consumers"));
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("events=console&" + FAST)).routeId("console").to("mock:console");
                from("smp:sim:nobody?events=console&" + FAST).routeId("absent").to("mock:console");
                from("direct:start").to(uri("operation=parameters&" + FAST));
                from("smp:serial:*?scanInterval=10&namePattern=none&portFolder=" + folder.resolve("ports"))
                        .routeId("station")
                        .to("mock:boards");
            }
        };
    }

    private HealthCheck.Result check(String id) {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    private void awaitState(String id, State state) {
        await().atMost(20, SECONDS).until(() -> check(id).getState() == state);
    }

    @Test
    void aDeviceThatAnswersMakesItsConsumerReadyAndSaysHowItAnswers() {
        awaitState("consumer:console", State.UP);

        HealthCheck.Result result = check("consumer:console");
        assertThat(result.getDetails())
                .containsEntry("address", line.address())
                .containsEntry("state", "connected")
                .containsEntry("retries", 0L)
                .containsEntry("timeouts", 0L);
        assertThat(Instant.parse((String) result.getDetails().get("lastAnswer")))
                .isBeforeOrEqualTo(Instant.now());
        assertThat((Double) result.getDetails().get("roundTripMillis")).isPositive();
        assertThat(result.getCheck().isLiveness()).isFalse();
    }

    @Test
    void aDeviceThatIsOffLetsTheContextRunAndKeepsItsConsumerFromBeingReady() {
        await().atMost(20, SECONDS)
                .until(() -> check("consumer:absent").getError().isPresent());

        assertThat(check("consumer:absent").getState()).isEqualTo(State.DOWN);
        assertThat(check("consumer:absent").getMessage().orElseThrow()).contains("sim:nobody");
        assertThat(context.isStarted()).isTrue();
        assertThat(context.getRouteController().getRouteStatus("absent").isStarted())
                .isTrue();
    }

    @Test
    void healthFollowsADeviceThatIsSwitchedOffAndOn() {
        awaitState("consumer:console", State.UP);

        device.powerOff();
        send(exchange -> {});
        awaitState("consumer:console", State.DOWN);
        HealthCheck.Result off = check("consumer:console");
        assertThat(off.getMessage().orElseThrow()).contains(line.address());
        assertThat((Long) off.getDetails().get("timeouts")).isPositive();
        assertThat(check("producer:").getState()).isEqualTo(State.DOWN);

        device.powerOn();
        awaitState("consumer:console", State.UP);
        assertThat(check("producer:").getState()).isEqualTo(State.UP);
    }

    @Test
    void aProducerThatNobodyUsedYetIsReady() {
        assertThat(check("producer:").getState()).isEqualTo(State.UP);
    }

    @Test
    void aRouteThatIsStoppedNeedsNoDevice() throws Exception {
        awaitState("consumer:absent", State.DOWN);
        HealthCheck check = ((HealthCheckAware) context.getRoute("absent").getConsumer()).getHealthCheck();

        context.getRouteController().stopRoute("absent");

        assertThat(check.call().getState()).isEqualTo(State.UP);
        assertThat(check.call().getDetails()).containsEntry("state", "stopped");
    }

    @Test
    void aConsumerThatCannotLookForDevicesIsNotReadyUntilItCan() throws Exception {
        awaitState("consumer:station", State.UP);

        Files.createFile(folder.resolve("ports"));
        awaitState("consumer:station", State.DOWN);
        assertThat(check("consumer:station").getDetails())
                .containsEntry("address", "serial:*")
                .containsKeys("lastLook", "reason");

        Files.delete(folder.resolve("ports"));
        awaitState("consumer:station", State.UP);
    }
}
