package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is killed and started again under a consumer that reads from it. */
@RealServers
@Timeout(300)
class RestartedServerTest {

    private static final int TIMES = 20;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<String, Object>> answers = new LinkedBlockingQueue<>();
    private final List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isToldOfEachTimeAndReadInBetween() throws Exception {
        ServerDescription description = ServerManifest.server("native_sim", "udp");
        ZephyrServer server = ZephyrServer.start(description);
        List<Duration> followed = new ArrayList<>();
        try {
            startRoutes(server);
            assertThat(events.take()).isEqualTo("connected");
            HealthCheck health = ((HealthCheckAware) context.getRoute("poll").getConsumer()).getHealthCheck();
            for (int time = 0; time < TIMES; time++) {
                answers.clear();
                assertThat(answers.take()).containsKey("tasks");
                server.close();
                followed.add(timeUntil(health, State.DOWN));
                assertThat(events.take()).isEqualTo("disconnected");
                server = ZephyrServer.start(description);
                followed.add(timeUntil(health, State.UP));
                assertThat(events.take()).isEqualTo("connected");
            }
        } finally {
            server.close();
        }
        System.out.printf(
                "Killed and restarted %d times: health followed within %d ms, %d errors%n",
                TIMES, Collections.max(followed).toMillis(), errors.size());
        assertThat(events).isEmpty();
        assertThat(errors).isEmpty();
    }

    private void startRoutes(ZephyrServer server) throws Exception {
        context.getRegistry().bind("errors", new Errors());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(server.uri("exceptionHandler=#errors&operation=taskStatistics&delay=200"))
                        .routeId("poll")
                        .process(exchange -> answers.add(map(exchange)));
                from(server.uri("exceptionHandler=#errors&events=connected,disconnected"))
                        .process(
                                exchange -> events.add(exchange.getMessage().getHeader("CamelSmpEvent", String.class)));
            }
        });
        context.start();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }

    /** Camel asks its checks, nothing tells it: so does this. */
    private static Duration timeUntil(HealthCheck health, State state) {
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> health.call().getState() == state);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private final class Errors implements ExceptionHandler {
        @Override
        public void handleException(Throwable exception) {
            errors.add(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            errors.add(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            errors.add(exception);
        }
    }
}
