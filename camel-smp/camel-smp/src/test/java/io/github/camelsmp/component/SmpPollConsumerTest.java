package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Consumers that read from a device again and again. */
@Timeout(120)
class SmpPollConsumerTest extends DeviceTestSupport {

    private static final String FAST =
            "&delay=10&requestTimeout=200&connectTimeout=500&retries=1&reconnectDelay=50&bridgeErrorHandler=true";

    private final SimulatedStatistics statistics = new SimulatedStatistics().set("net", "rx", 7);
    private final BlockingQueue<Map<?, ?>> every = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<?, ?>> changed = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<?>> images = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final List<AsyncCallback> held = new CopyOnWriteArrayList<>();

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.statistics(statistics);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(SmpException.class).handled(true).process(exchange -> failures.add(causeOf(exchange)));
                String read = "operation=statisticsRead&name=net" + FAST;
                from(uri(read))
                        .routeId("every")
                        .process(exchange -> every.add(exchange.getMessage().getBody(Map.class)));
                from(uri(read + "&onChange=true"))
                        .routeId("changed")
                        .process(exchange -> changed.add(exchange.getMessage().getBody(Map.class)));
                from(uri("operation=imageList&onChange=true" + FAST))
                        .process(exchange -> images.add(exchange.getMessage().getBody(List.class)));
                from(uri("operation=statisticsRead&name=none" + FAST))
                        .routeId("refused")
                        .autoStartup(false)
                        .to("mock:never");
                from(uri("operation=parameters" + FAST))
                        .routeId("slow")
                        .autoStartup(false)
                        .process(new Holding());
            }
        };
    }

    private static Throwable causeOf(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static Object rx(Map<?, ?> answer) {
        return ((Map<?, ?>) answer.get("fields")).get("rx");
    }

    @AfterEach
    void finishHeld() {
        held.forEach(callback -> callback.done(false));
    }

    @Test
    void makesAnExchangeOfEachAnswer() throws Exception {
        assertThat(rx(every.take())).isEqualTo(7L);
        assertThat(rx(every.take())).isEqualTo(7L);

        statistics.set("net", "rx", 8);

        await().atMost(20, SECONDS).until(() -> rx(every.take()).equals(8L));
    }

    @Test
    void makesAnExchangeOnlyOfAnAnswerThatDiffersWhereAskedTo() throws Exception {
        assertThat(rx(changed.take())).isEqualTo(7L);
        every.clear();
        for (int poll = 0; poll < 5; poll++) {
            every.take();
        }
        assertThat(changed).isEmpty();

        statistics.set("net", "rx", 8);

        assertThat(rx(changed.take())).isEqualTo(8L);
    }

    @Test
    void comparesBytesByTheirContent() throws Exception {
        assertThat(images.take()).isNotEmpty();

        for (int poll = 0; poll < 10; poll++) {
            every.take();
        }

        assertThat(images).isEmpty();
    }

    @Test
    void tellsAboutADeviceThatIsOffOnceAndReadsAgainWhenItIsBack() throws Exception {
        every.take();
        context.getRouteController().stopRoute("changed");

        device.powerOff();
        await().atMost(20, SECONDS).until(() -> failures.size() >= 2);
        every.clear();
        device.powerOn();

        assertThat(rx(every.take())).isEqualTo(7L);
        assertThat(failures).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining(line.address()));
    }

    @Test
    void tellsEveryRefusalOfTheDevice() throws Exception {
        context.getRouteController().startRoute("refused");

        assertThat(failures.take()).isInstanceOf(SmpErrorException.class);
        assertThat(failures.take()).isInstanceOf(SmpErrorException.class);
    }

    @Test
    void asksNothingBeforeTheRouteIsDoneWithTheAnswerBefore() throws Exception {
        context.getRouteController().startRoute("slow");
        await().atMost(20, SECONDS).until(() -> held.size() == 1);
        for (int poll = 0; poll < 5; poll++) {
            every.take();
        }
        assertThat(held).hasSize(1);

        held.remove(0).done(false);

        await().atMost(20, SECONDS).until(() -> held.size() == 1);
    }

    @Test
    void asksNothingWhileItIsSuspended() throws Exception {
        every.take();
        context.getRouteController().suspendRoute("every");
        every.clear();
        changed.take();
        statistics.set("net", "rx", 8);
        assertThat(rx(changed.take())).isEqualTo(8L);
        assertThat(every).hasSizeLessThan(2);

        context.getRouteController().resumeRoute("every");

        await().atMost(20, SECONDS).until(() -> rx(every.take()).equals(8L));
    }

    @Test
    void tellsTheFirstAnswerAfterARestartAnew() throws Exception {
        changed.take();

        context.getRouteController().stopRoute("changed");
        context.getRouteController().startRoute("changed");

        assertThat(rx(changed.take())).isEqualTo(7L);
    }

    /** Takes exchanges and is not done with them. */
    private final class Holding extends AsyncProcessorSupport {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            held.add(callback);
            return false;
        }
    }
}
