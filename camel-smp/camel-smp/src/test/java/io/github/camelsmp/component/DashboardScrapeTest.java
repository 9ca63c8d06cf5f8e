package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import io.github.camelsmp.simulator.server.Verdict;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Prometheus reads of a run with three boards, of which one fails, beside what passed on the wire. */
@Timeout(120)
class DashboardScrapeTest {

    private static final int IMAGE_GROUP = 1;
    private static final int FLASH_WRITE_FAILED = 6;
    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 20_000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 30_000);

    private static final Pattern METER_IN_GUIDE = Pattern.compile("^\\|`(smp_\\w+)`", Pattern.MULTILINE);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final SimulatedDevice good = board("good");
    private final SimulatedDevice lossy = board("lossy");
    private final SimulatedDevice broken = board("broken");
    private CountingRelay toGood;
    private CountingRelay toLossy;
    private CountingRelay toBroken;

    private static SimulatedDevice board(String name) {
        return SimulatedDevice.builder(name)
                .slotSize(0x10000)
                .running(OLD)
                .resetDelay(Duration.ofMillis(20))
                .bootTime(Duration.ofMillis(20))
                .build();
    }

    @BeforeEach
    void start() throws Exception {
        toGood = new CountingRelay(good.listenUdp(0).port());
        toLossy = new CountingRelay(lossy.listenUdp(0).port());
        toBroken = new CountingRelay(broken.listenUdp(0).port());
        // tag::registry[]
        context.getRegistry().bind("metricsRegistry", registry);
        // end::registry[]
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upgrade").toD("smp:${header.board}?operation=firmwareUpgrade&window=1");
            }
        });
    }

    @AfterEach
    void stop() {
        context.stop();
        List.of(toGood, toLossy, toBroken).forEach(CountingRelay::close);
        List.of(good, lossy, broken).forEach(SimulatedDevice::close);
    }

    private Exchange upgrade(CountingRelay board) {
        return context.createFluentProducerTemplate()
                .to("direct:upgrade")
                .withHeader("board", board.address())
                .withBody(NEW.bytes())
                .send();
    }

    private Scrape scrape() {
        return Scrape.of(registry.scrape());
    }

    private static double of(Scrape scrape, String name, CountingRelay board, String... more) {
        String[] labels = new String[4 + more.length];
        System.arraycopy(new String[] {"transport", "udp", "device", board.address()}, 0, labels, 0, 4);
        System.arraycopy(more, 0, labels, 4, more.length);
        return scrape.value(name, labels);
    }

    private static boolean isChunk(Request request) {
        return request.header().group() == IMAGE_GROUP && request.header().command() == 1;
    }

    @Test
    void theNumbersAddUpToWhatHappened() {
        context.start();
        AtomicBoolean lost = new AtomicBoolean();
        lossy.intercept(request -> request.header().group() == IMAGE_GROUP && !lost.getAndSet(true)
                ? Verdict.loseAnswer()
                : Verdict.execute());
        AtomicLong refusedAt = new AtomicLong();
        broken.intercept(request -> {
            if (isChunk(request) && request.unsigned("off").orElseThrow() > 10_000) {
                refusedAt.set(request.unsigned("off").orElseThrow());
                return Verdict.refuse(Refusal.group(IMAGE_GROUP, FLASH_WRITE_FAILED));
            }
            return Verdict.execute();
        });

        Map<?, ?> first = upgrade(toGood).getMessage().getBody(Map.class);
        Map<?, ?> again = upgrade(toGood).getMessage().getBody(Map.class);
        Map<?, ?> late = upgrade(toLossy).getMessage().getBody(Map.class);
        Exception failure = upgrade(toBroken).getException();
        Scrape scrape = scrape();

        assertThat(List.of(first.get("outcome"), again.get("outcome"), late.get("outcome")))
                .containsExactly("upgraded", "alreadyInstalled", "upgraded");
        assertThat(failure).hasMessageContaining("upload");
        assertThat(of(scrape, "smp_upgrades_seconds_count", toGood, "outcome", "upgraded"))
                .isEqualTo(1);
        assertThat(of(scrape, "smp_upgrades_seconds_count", toGood, "outcome", "alreadyInstalled"))
                .isEqualTo(1);
        assertThat(of(scrape, "smp_upgrades_seconds_count", toLossy, "outcome", "upgraded"))
                .isEqualTo(1);
        assertThat(of(scrape, "smp_upgrades_seconds_count", toBroken, "outcome", "failed"))
                .isEqualTo(1);
        assertThat(scrape.sum("smp_upgrades_seconds_count")).isEqualTo(4);
        for (CountingRelay board : List.of(toGood, toLossy, toBroken)) {
            assertThat(of(scrape, "smp_transmissions_total", board)).isEqualTo(board.requests.get());
            assertThat(of(scrape, "smp_bytes_total", board, "direction", "out")).isEqualTo(board.requestBytes.get());
            assertThat(of(scrape, "smp_bytes_total", board, "direction", "in")).isEqualTo(board.answerBytes.get());
            assertThat(of(scrape, "smp_goodput_bytes_per_second_count", board, "operation", "firmwareUpgrade"))
                    .isEqualTo(1);
            assertThat(of(scrape, "smp_connected", board)).isEqualTo(1);
            assertThat(of(scrape, "smp_round_trip_seconds_count", board)).isPositive();
        }
        assertThat(of(scrape, "smp_retransmissions_total", toLossy)).isEqualTo(1);
        assertThat(of(scrape, "smp_timeouts_total", toLossy)).isEqualTo(1);
        assertThat(scrape.sum("smp_retransmissions_total")).isEqualTo(1);
        String[] upgrade = {"operation", "firmwareUpgrade"};
        assertThat(of(scrape, "smp_transferred_bytes_total", toGood, upgrade)).isEqualTo(30_000);
        assertThat(of(scrape, "smp_transferred_bytes_total", toLossy, upgrade)).isEqualTo(30_000);
        assertThat(of(scrape, "smp_transferred_bytes_total", toBroken, upgrade))
                .isEqualTo(refusedAt.get())
                .isGreaterThan(10_000);
    }

    @Test
    void theGuideTellsOfEveryMeterAndOfNoOther() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("smp:" + toGood.address() + "?operation=imageUpload");
            }
        });
        context.start();

        context.createProducerTemplate().requestBody("direct:upload", NEW.bytes());
        upgrade(toGood);

        assertThat(METER_IN_GUIDE
                        .matcher(Files.readString(
                                Document.guide("observability.adoc").path()))
                        .results()
                        .map(meter -> meter.group(1)))
                .containsExactlyInAnyOrderElementsOf(scrape().meters());
    }

    @Test
    void aFileThatIsNoFirmwareIsAnUpgradeThatFailed() {
        context.start();

        context.createFluentProducerTemplate()
                .to("direct:upgrade")
                .withHeader("board", toGood.address())
                .withBody("no firmware")
                .send();

        assertThat(of(scrape(), "smp_upgrades_seconds_count", toGood, "outcome", "failed"))
                .isEqualTo(1);
    }

    @Test
    void devicesBeyondTheLimitAreCountedTogether() {
        context.getComponent("smp", SmpComponent.class).setMeteredDevices(1);
        context.start();

        upgrade(toGood);
        upgrade(toLossy);
        upgrade(toBroken);
        Scrape scrape = scrape();

        assertThat(of(scrape, "smp_transmissions_total", toGood)).isEqualTo(toGood.requests.get());
        assertThat(scrape.value("smp_transmissions_total", "transport", "udp", "device", "other"))
                .isEqualTo(toLossy.requests.get() + toBroken.requests.get());
        assertThat(scrape.value(
                        "smp_upgrades_seconds_count", "transport", "udp", "device", "other", "outcome", "upgraded"))
                .isEqualTo(2);
        assertThat(scrape.samples().keySet())
                .noneMatch(sample -> sample.contains(toLossy.address()) || sample.contains(toBroken.address()));
    }

    @Test
    void whatAConnectionCountedStaysWhenAnotherFollowsIt() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:echo").routeId("echo").to("smp:" + toGood.address() + "?operation=echo");
            }
        });
        context.start();

        for (int i = 0; i < 3; i++) {
            context.createProducerTemplate().requestBody("direct:echo", "hello");
            context.getRouteController().stopRoute("echo");
            context.getRouteController().startRoute("echo");
        }
        context.createProducerTemplate().requestBody("direct:echo", "hello");

        assertThat(of(scrape(), "smp_requests_total", toGood)).isEqualTo(4);
        assertThat(of(scrape(), "smp_transmissions_total", toGood)).isEqualTo(toGood.requests.get());
        assertThat(of(scrape(), "smp_connects_total", toGood)).isEqualTo(4);
    }

    @Test
    void aContextThatStopsTakesItsMetersAlong() {
        context.start();
        upgrade(toGood);

        context.stop();

        assertThat(scrape().samples().keySet()).noneMatch(sample -> sample.startsWith("smp_"));
    }
}
