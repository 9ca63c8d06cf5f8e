package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a route hears of a device. */
@Timeout(120)
class SmpConsumerTest extends DeviceTestSupport {

    private static final String FAST = "&requestTimeout=200&connectTimeout=500&retries=1&reconnectDelay=50";
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 300_000);

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.buffers(384, 4).flash(new FlashTiming(4096, Duration.ZERO, Duration.ofNanos(2_000)));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(SmpException.class).handled(true).to("mock:failed");
                String device = "smp:sim:board-1";
                from(device + "?events=connected,disconnected" + FAST)
                        .routeId("line")
                        .to("mock:line");
                from(device + "?events=console" + FAST).routeId("console").to("mock:console");
                from(device + "?events=console&ansi=keep" + FAST).to("mock:coloured");
                from(device + "?events=progress, stage" + FAST).to("mock:upgrade");
                from("direct:start").errorHandler(noErrorHandler()).to(device + "?" + FAST.substring(1));
                from("smp:sim:board-2?events=connected&bridgeErrorHandler=true" + FAST)
                        .to("mock:absent");
            }
        };
    }

    private static List<Object> bodies(MockEndpoint mock) {
        return mock.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody())
                .toList();
    }

    private static Map<?, ?> map(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }

    @Test
    void tellsThatTheDeviceIsThereAndWhatItsBuffersAre() throws Exception {
        MockEndpoint line = getMockEndpoint("mock:line");
        line.expectedMessageCount(1);
        line.assertIsSatisfied();

        Exchange connected = line.getExchanges().get(0);
        assertThat(connected.getMessage().getBody())
                .isEqualTo(Map.of("address", "sim:board-1", "parameters", Map.of("buf_size", 384L, "buf_count", 4L)));
        assertThat(connected.getMessage().getHeader("CamelSmpEvent")).isEqualTo("connected");
        assertThat(connected.getMessage().getHeader("CamelSmpTimestamp", Long.class))
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    @Test
    void tellsWhenTheDeviceGoesAndWhenItIsBack() {
        MockEndpoint line = getMockEndpoint("mock:line");
        await().atMost(10, SECONDS).until(() -> line.getReceivedCounter() == 1);

        device.powerOff();
        await().atMost(20, SECONDS).until(() -> {
            send(exchange -> exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.parameters));
            return line.getReceivedCounter() == 2;
        });
        device.powerOn();
        await().atMost(20, SECONDS).until(() -> line.getReceivedCounter() == 3);

        assertThat(line.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("CamelSmpEvent"))
                .containsExactly("connected", "disconnected", "connected");
        assertThat((String) map(line.getExchanges().get(1)).get("reason")).isNotBlank();
    }

    @Test
    void tellsWhatTheDevicePrintsLineByLineAndInOrder() throws Exception {
        await().atMost(10, SECONDS).until(() -> getMockEndpoint("mock:line").getReceivedCounter() == 1);
        List<Object> lines = new ArrayList<>();
        IntStream.range(0, 200).forEach(number -> {
            lines.add("<inf> line " + number);
            device.print("\u001b[32m<inf>\u001b[0m line " + number + "\r\n");
        });

        MockEndpoint console = getMockEndpoint("mock:console");
        console.expectedMessageCount(200);
        console.assertIsSatisfied();

        assertThat(bodies(console)).isEqualTo(lines);
        MockEndpoint coloured = getMockEndpoint("mock:coloured");
        await().atMost(10, SECONDS).until(() -> coloured.getReceivedCounter() == 200);
        assertThat(bodies(coloured).get(0)).isEqualTo("\u001b[32m<inf>\u001b[0m line 0");
    }

    @Test
    void tellsHowAnUpgradeOfAnyRouteGoes() throws Exception {
        long started = System.nanoTime();
        bodyOf(send(exchange -> {
            exchange.getMessage().setBody(NEW.bytes());
            exchange.getMessage().setHeader(SmpConstants.OPERATION, SmpOperation.firmwareUpgrade);
        }));
        double seconds = (System.nanoTime() - started) / 1e9;

        MockEndpoint upgrade = getMockEndpoint("mock:upgrade");
        await().atMost(10, SECONDS).until(() -> bodies(upgrade)
                .contains(Map.of("operation", "firmwareUpgrade", "stage", "confirm", "state", "ended")));
        List<Exchange> progress = upgrade.getExchanges().stream()
                .filter(exchange -> "progress".equals(exchange.getMessage().getHeader("CamelSmpEvent")))
                .toList();
        assertThat(progress).hasSizeBetween(2, (int) (10 * seconds) + 2);
        assertThat(progress).extracting(exchange -> map(exchange).get("offset")).isSorted();
        assertThat(lastOf(progress))
                .containsEntry("operation", "firmwareUpgrade")
                .containsEntry("image", 0)
                .containsEntry("offset", 300_000L)
                .containsEntry("length", 300_000L)
                .containsKey("bytesPerSecond");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> lastOf(List<Exchange> exchanges) {
        return exchanges.get(exchanges.size() - 1).getMessage().getBody(Map.class);
    }

    @Test
    void hearsNothingWhileItIsSuspended() throws Exception {
        await().atMost(10, SECONDS).until(() -> getMockEndpoint("mock:line").getReceivedCounter() == 1);
        MockEndpoint console = getMockEndpoint("mock:console");
        MockEndpoint coloured = getMockEndpoint("mock:coloured");

        context.getRouteController().suspendRoute("console");
        device.print("unheard\r\n");
        await().atMost(10, SECONDS).until(() -> coloured.getReceivedCounter() == 1);
        context.getRouteController().resumeRoute("console");
        device.print("heard\r\n");

        await().atMost(10, SECONDS).until(() -> console.getReceivedCounter() == 1);
        assertThat(bodies(console)).containsExactly("heard");
    }

    @Test
    void aRouteThatWasStoppedHearsOfTheDeviceAgainAfterItsStart() throws Exception {
        MockEndpoint line = getMockEndpoint("mock:line");
        await().atMost(10, SECONDS).until(() -> line.getReceivedCounter() == 1);

        context.getRouteController().stopRoute("line");
        context.getRouteController().startRoute("line");

        await().atMost(10, SECONDS).until(() -> line.getReceivedCounter() == 2);
        assertThat(lastOf(line.getExchanges())).containsEntry("address", "sim:board-1");
    }

    @Test
    void aDeviceThatIsAbsentAtStartIsToldToTheErrorHandler() throws Exception {
        MockEndpoint failed = getMockEndpoint("mock:failed");
        failed.expectedMinimumMessageCount(1);
        failed.assertIsSatisfied();

        assertThat(failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT))
                .isInstanceOf(SmpException.class)
                .asString()
                .contains("sim:board-2");
    }
}
