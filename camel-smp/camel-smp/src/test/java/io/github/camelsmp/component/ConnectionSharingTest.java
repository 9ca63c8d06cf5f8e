package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** One connection for each device of a context, from its first user to its last. */
class ConnectionSharingTest extends DeviceTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String host = "smp:udp:localhost:" + line.port();
                from("direct:start").routeId("one").to(host + "?operation=echo");
                from("direct:other")
                        .routeId("two")
                        .to("smp:udp:LOCALHOST:" + line.port() + "?operation=echo&retries=1");
                from(host + "?events=console").routeId("three").to("mock:events");
                from("direct:dynamic").toD("smp:${header.device}?operation=echo&idleTimeout=300");
            }
        };
    }

    private SmpConnections connections() throws Exception {
        return SmpConnections.of(context);
    }

    @Test
    void everyoneWhoNamesTheDeviceSharesItsConnection() throws Exception {
        assertThat(ask("a")).isEqualTo("a");
        assertThat(template.requestBody("direct:other", "b")).isEqualTo("b");

        assertThat(connections().size()).isEqualTo(1);
    }

    @Test
    void theConnectionClosesWithTheLastRouteThatNamesTheDevice() throws Exception {
        ask("a");
        context.getRouteController().stopRoute("one");
        context.getRouteController().stopRoute("three");
        assertThat(template.requestBody("direct:other", "b")).isEqualTo("b");
        int before = connections().size();

        context.getRouteController().stopRoute("two");

        assertThat(connections().size()).isEqualTo(before - 1);
    }

    @Test
    void aRouteThatWasStoppedWorksAgainAfterItsStart() throws Exception {
        ask("a");

        for (String route : List.of("one", "two", "three")) {
            context.getRouteController().stopRoute(route);
        }
        for (String route : List.of("one", "two", "three")) {
            context.getRouteController().startRoute(route);
        }

        assertThat(ask("b")).isEqualTo("b");
        assertThat(template.requestBody("direct:other", "c")).isEqualTo("c");
    }

    @Test
    void aContextThatWasStoppedWorksAgainAfterItsStart() throws Exception {
        ask("a");

        context.stop();
        context.start();

        assertThat(context.createProducerTemplate().requestBody("direct:start", "b"))
                .isEqualTo("b");
    }

    @Test
    void aSuspendedContextGoesOnWhereItWas() throws Exception {
        ask("a");

        context.suspend();
        context.resume();

        assertThat(ask("b")).isEqualTo("b");
    }

    @Test
    void aDeviceThatOnlyDynamicEndpointsUsedIsLetGoAfterAWhile() throws Exception {
        try (SimulatedDevice second = SimulatedDevice.builder("board-2").build()) {
            int before = connections().size();
            assertThat(template.requestBodyAndHeader("direct:dynamic", "a", "device", second.address()))
                    .isEqualTo("a");
            assertThat(connections().size()).isEqualTo(before + 1);

            await().atMost(10, SECONDS).until(() -> connections().size() == before);

            assertThat(template.requestBodyAndHeader("direct:dynamic", "b", "device", second.address()))
                    .isEqualTo("b");
        }
    }

    @Test
    void aHeaderSendsOneExchangeToAnotherDevice() throws Exception {
        try (SimulatedDevice second = SimulatedDevice.builder("board-2").build()) {
            second.powerOff();
            Exchange exchange = send(toSend -> {
                toSend.getMessage().setBody("a");
                toSend.getMessage().setHeader(SmpConstants.ADDRESS, "udp:localhost:" + line.port());
            });
            assertThat(exchange.getMessage().getBody()).isEqualTo("a");

            second.powerOn();
            Exchange elsewhere = send(toSend -> {
                toSend.getMessage().setBody("b");
                toSend.getMessage().setHeader(SmpConstants.ADDRESS, second.address());
            });

            assertThat(elsewhere.getMessage().getBody()).isEqualTo("b");
            assertThat(second.traffic().requests()).isPositive();
        }
    }

    @Test
    void anEndpointThatWantsAnotherLineToTheSameDeviceIsRefused() {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:conflict").to("smp:udp:localhost:" + line.port() + "?mtu=600");
                    }
                }))
                .isInstanceOf(FailedToStartRouteException.class)
                .hasMessageContaining("another endpoint in use says something else of mtu for udp:localhost");
    }

    @Test
    void noThreadIsLeftAfterTheContext() throws Exception {
        ask("a");
        assertThat(threads()).isNotEmpty();

        context.stop();

        await().atMost(10, SECONDS).until(() -> threads().isEmpty());
    }

    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Camel (" + context.getName() + ")") && name.contains("smp"))
                .toList();
    }
}
