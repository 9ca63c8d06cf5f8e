package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.UdpLine;
import io.github.camelsmp.simulator.server.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection and an upload as JMX and the consoles for developers show them. */
@Timeout(120)
class ObservedConnectionTest {

    private static final FirmwareImage IMAGE = FirmwareImage.ofSize("2.0.0", 30_000);

    private final SimulatedDevice device = SimulatedDevice.builder("board-1")
            .slotSize(0x10000)
            .resetDelay(Duration.ofMillis(20))
            .build();
    private final UdpLine line = device.listenUdp(0);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @BeforeEach
    void start() throws Exception {
        context.setDevConsole(true);
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        health.setExposureLevel("full");
        health.register(health.resolveById("consumers"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:echo").routeId("echo").to("smp:" + line.address() + "?operation=echo");
                from("direct:upload").routeId("upload").to("smp:" + line.address() + "?operation=imageUpload");
                from("smp:" + line.address() + "?events=console")
                        .routeId("console")
                        .to("mock:console");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        device.close();
    }

    private Object echo(String text) {
        return context.createProducerTemplate().requestBody("direct:echo", text);
    }

    private Set<ObjectName> connectionBeans() throws Exception {
        return beans.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=smp,*"), null);
    }

    private Map<?, ?> console(String id) {
        return (Map<?, ?>) DevConsoleRegistry.get(context).resolveById(id).call(DevConsole.MediaType.JSON);
    }

    private static void assertIsExplained(Map<?, ?> entry) throws IOException {
        String guide = Files.readString(Document.guide("observability.adoc").path());
        assertThat(entry.keySet()).allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
    }

    private static Map<?, ?> only(Object list) {
        assertThat((List<?>) list).hasSize(1);
        return (Map<?, ?>) ((List<?>) list).get(0);
    }

    @Test
    void jmxShowsAConnectionWithItsCounts() throws Exception {
        echo("hello");

        ObjectName name = connectionBeans().iterator().next();

        assertThat(ObjectName.unquote(name.getKeyProperty("name"))).isEqualTo(line.address());
        assertThat(beans.getAttribute(name, "Address")).isEqualTo(line.address());
        assertThat(beans.getAttribute(name, "State")).isEqualTo("connected");
        assertThat(beans.getAttribute(name, "Trouble")).isEqualTo("");
        assertThat(beans.getAttribute(name, "Requests")).isEqualTo(1L);
        assertThat(beans.getAttribute(name, "Outstanding")).isEqualTo(0L);
        assertThat((Long) beans.getAttribute(name, "BytesOut")).isPositive();
        assertThat((Double) beans.getAttribute(name, "RoundTripMillis")).isPositive();
    }

    @Test
    void jmxForgetsAConnectionThatIsClosed() throws Exception {
        for (String route : List.of("echo", "upload", "console")) {
            context.getRouteController().stopRoute(route);
        }
        context.stop();

        assertThat(connectionBeans()).isEmpty();
    }

    @Test
    void jmxShowsAnEndpointWithTheStateOfItsConnection() throws Exception {
        echo("hello");
        Set<ObjectName> endpoints = beans.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=endpoints,*"), null);
        endpoints.removeIf(name -> !name.getKeyProperty("name").startsWith("\"smp:"));

        assertThat(endpoints).hasSize(3).allSatisfy(name -> {
            assertThat(beans.getAttribute(name, "ConnectionState")).isEqualTo("connected");
            assertThat(beans.getAttribute(name, "Transport")).isEqualTo("udp");
        });
    }

    @Test
    void theConsoleShowsConnections() throws Exception {
        echo("hello");

        Map<?, ?> connection = only(console("smp").get("connections"));

        assertThat(connection.get("address")).isEqualTo(line.address());
        assertThat(connection.get("state")).isEqualTo("connected");
        assertThat((Integer) connection.get("window")).isPositive();
        assertThat(connection.get("requests")).isEqualTo(1L);
        assertThat((List<?>) console("smp").get("running")).isEmpty();
        assertIsExplained(connection);
    }

    @Test
    void theConsoleShowsAnUploadWhileItRuns() throws Exception {
        CompletableFuture<Map<?, ?>> seen = new CompletableFuture<>();
        CountDownLatch looked = new CountDownLatch(1);
        device.intercept(request -> {
            boolean late = request.header().group() == 1
                    && request.has("off")
                    && request.unsigned("off").orElse(0) > 15_000;
            if (late && seen.complete(only(console("smp").get("running")))) {
                looked.countDown();
            }
            return Verdict.execute();
        });

        context.createProducerTemplate().requestBody("direct:upload", IMAGE.bytes());
        looked.await();

        assertThat(seen.get().get("address")).isEqualTo(line.address());
        assertThat(seen.get().get("operation")).isEqualTo("imageUpload");
        assertThat(seen.get().get("length")).isEqualTo(30_000L);
        assertThat((Long) seen.get().get("offset")).isBetween(0L, 30_000L);
        assertThat(seen.get().containsKey("bytesPerSecond")).isTrue();
        int window = (Integer) seen.get().get("window");
        assertThat(window).isPositive();
        assertThat((Integer) seen.get().get("inFlight")).isBetween(1, window);
        assertIsExplained(seen.get());
        assertThat((List<?>) console("smp").get("running")).isEmpty();
    }

    @Test
    void theConsoleSaysTheSameInPlainText() {
        echo("hello");

        String text =
                (String) DevConsoleRegistry.get(context).resolveById("smp").call(DevConsole.MediaType.TEXT);

        assertThat(text)
                .contains("Connections: 1", "address=" + line.address(), "state=connected")
                .endsWith("Running: 0\n");
    }

    @Test
    void theConsoleOfHealthShowsTheDevice() {
        echo("hello");

        Map<?, ?> check = ((List<?>) console("health").get("checks"))
                .stream()
                        .map(any -> (Map<?, ?>) any)
                        .filter(any -> "consumer:console".equals(any.get("id")))
                        .findFirst()
                        .orElseThrow();

        assertThat(check.get("state")).isEqualTo("UP");
        assertThat(check.get("readiness")).isEqualTo(true);
        assertThat(((Map<?, ?>) check.get("details")).get("address")).isEqualTo(line.address());
    }
}
