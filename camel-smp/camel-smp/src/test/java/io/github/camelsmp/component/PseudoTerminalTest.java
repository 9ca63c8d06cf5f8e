package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.flash.FlashTiming;
import io.github.camelsmp.simulator.line.PseudoTerminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A serial port whose plug is pulled. */
@Timeout(120)
class PseudoTerminalTest extends CamelTestSupport {

    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 200_000);

    @TempDir
    private static Path folder;

    private final CountDownLatch halfWay = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private SimulatedDevice device;
    private PseudoTerminal port;

    @Override
    protected void setupResources() {
        device = SimulatedDevice.builder("board-1")
                .flash(new FlashTiming(4096, Duration.ZERO, Duration.ofNanos(5_000)))
                .build();
        port = device.openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(folder.resolve("usb-Board-if00")));
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
                String uri = "smp:" + port.address() + "?reconnectDelay=50";
                from("direct:start").to(uri + "&operation=imageUpload");
                from("direct:echo").to(uri + "&operation=echo");
                from(uri + "&events=progress").process(PseudoTerminalTest.this::look);
                from(uri + "&events=disconnected").process(exchange -> gone.countDown());
            }
        };
    }

    private void look(Exchange progress) {
        Map<?, ?> event = progress.getMessage().getBody(Map.class);
        if ((Long) event.get("offset") > 60_000) {
            halfWay.countDown();
        }
    }

    @Test
    void answersAsAnyOtherLineDoes() {
        assertThat(template.requestBody("direct:echo", "hello")).isEqualTo("hello");
    }

    @Test
    void anUploadWhosePlugIsPulledFinishesWhenItIsBack() throws Exception {
        CompletableFuture<Object> result = template.asyncRequestBody("direct:start", NEW.bytes());
        assertThat(halfWay.await(60, SECONDS)).isTrue();

        port.unplug();
        assertThat(gone.await(60, SECONDS)).isTrue();
        assertThat(result).isNotDone();
        port.replug();

        Map<?, ?> upload = (Map<?, ?>) result.get(60, SECONDS);
        assertThat(upload.get("match")).isEqualTo(true);
        assertThat((Long) upload.get("sent")).isLessThan(2 * 200_000L);
        assertThat(device.slot(0, 1).version()).contains("2.0.0");
    }
}
