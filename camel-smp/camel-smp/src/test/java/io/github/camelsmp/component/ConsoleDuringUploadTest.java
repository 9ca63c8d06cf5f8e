package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.TcpLine;
import io.github.camelsmp.simulator.server.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that prints on the line it is managed on. */
@Timeout(120)
class ConsoleDuringUploadTest extends CamelTestSupport {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 150_000);
    private static final int LINES_A_REQUEST = 20;

    private final BlockingQueue<Exchange> console = new LinkedBlockingQueue<>();
    private final BlockingQueue<AsyncCallback> stuck = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> dropped = new LinkedBlockingQueue<>();
    private volatile boolean free;
    private SimulatedDevice device;
    private TcpLine line;

    @Override
    protected void setupResources() {
        device = SimulatedDevice.builder("board-1")
                .flash(new FlashTiming(4096, Duration.ZERO, Duration.ofNanos(500)))
                .build();
        line = device.listenTcp(0);
    }

    @Override
    protected void cleanupResources() {
        device.close();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String uri = "smp:" + line.address();
                from("direct:start").to(uri + "?operation=imageUpload");
                from(uri + "?events=console").process(console::add);
                from(uri + "?events=console&ansi=keep")
                        .routeId("slow")
                        .autoStartup(false)
                        .process(new Stuck());
            }
        };
    }

    private static String logLine(int number) {
        return "[00:00:%02d.%03d,000] <inf> app: line %d".formatted(number / 1000 % 60, number % 1000, number);
    }

    /** Prints on the device in front of every answer, as much as upload requests leave room for. */
    private List<String> printWhileAsked() {
        List<String> printed = new ArrayList<>();
        device.intercept(request -> {
            for (int number = 0; number < LINES_A_REQUEST; number++) {
                String text = logLine(printed.size());
                printed.add(text);
                device.print("\u001b[32m" + text + "\u001b[0m\r\n");
            }
            return Verdict.execute();
        });
        return printed;
    }

    @Test
    void everyLineArrivesOnceAndWholeAndTheUploadIsUnharmed() {
        List<String> printed = printWhileAsked();

        Map<?, ?> result = template.requestBody("direct:start", NEW.bytes(), Map.class);

        assertThat(result.get("match")).isEqualTo(true);
        assertThat(result.get("retransmissions")).isEqualTo(0);
        assertThat(device.slot(0, 1).version()).contains("2.0.0");
        await().atMost(60, SECONDS).until(() -> console.size() >= printed.size());
        assertThat(printed).hasSizeGreaterThan(1000);
        assertThat(console)
                .extracting(exchange -> exchange.getMessage().getBody())
                .containsExactlyElementsOf(printed);
        assertThat(console)
                .allSatisfy(exchange -> assertThat(exchange.getMessage().getHeaders())
                        .containsEntry("CamelSmpLogLevel", "inf")
                        .containsEntry("CamelSmpLogModule", "app")
                        .containsKeys("CamelSmpLogText", "CamelSmpLogUptime"));
    }

    @Test
    void aRouteThatIsStuckCostsItsOldestLinesAndNothingElse() throws Exception {
        context.getRouteController().startRoute("slow");
        await().atMost(60, SECONDS).until(() -> {
            device.print("is anybody there\r\n");
            return !stuck.isEmpty();
        });
        int more = EventQueue.LIMIT + 100;
        console.clear();
        IntStream.range(0, more).forEach(number -> device.print("line " + number + "\r\n"));

        assertThat(template.requestBody("direct:start", NEW.bytes(), Map.class).get("match"))
                .isEqualTo(true);
        await().atMost(60, SECONDS).until(() -> console.stream()
                .anyMatch(exchange -> exchange.getMessage().getBody().equals("line " + (more - 1))));
        stuck.take().done(false);

        AsyncCallback next = stuck.take();
        assertThat(dropped.take()).isGreaterThanOrEqualTo(100L);
        free = true;
        next.done(false);
    }

    @Test
    void halfALineIsHandedOutAfterAPause() throws Exception {
        await().atMost(60, SECONDS).until(() -> {
            device.print("up\r\n");
            return !console.isEmpty();
        });

        device.print("uart:~$ ");

        await().atMost(60, SECONDS).until(() -> console.stream()
                .anyMatch(exchange -> exchange.getMessage().getBody().equals("uart:~$ ")));
    }

    /** Keeps the route busy with a line until it is told otherwise. */
    private final class Stuck extends AsyncProcessorSupport {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Long lines = exchange.getMessage().getHeader(SmpConstants.DROPPED, Long.class);
            if (lines != null) {
                dropped.add(lines);
            }
            if (free) {
                callback.done(true);
                return true;
            }
            stuck.add(callback);
            return false;
        }
    }
}
