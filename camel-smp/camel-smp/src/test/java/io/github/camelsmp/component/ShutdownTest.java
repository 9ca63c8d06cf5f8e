package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashTiming;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping a route in the middle of an upload. */
@Timeout(120)
class ShutdownTest extends DeviceTestSupport {

    private static final int SIZE = 200_000;
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", SIZE);

    private final CountDownLatch underWay = new CountDownLatch(1);

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.flash(new FlashTiming(4096, Duration.ZERO, Duration.ofNanos(10_000)));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").routeId("upload").to(uri("operation=imageUpload"));
                from(uri("events=progress")).process(ShutdownTest.this::look);
            }
        };
    }

    private void look(Exchange progress) {
        if ((Long) progress.getMessage().getBody(Map.class).get("offset") > SIZE / 4) {
            underWay.countDown();
        }
    }

    private CompletableFuture<Exchange> uploadUnderWay() throws InterruptedException {
        CompletableFuture<Exchange> upload = template.asyncSend(
                "direct:start", exchange -> exchange.getMessage().setBody(NEW.bytes()));
        assertThat(underWay.await(60, SECONDS)).isTrue();
        return upload;
    }

    @Test
    void aGracefulStopLetsTheUploadFinish() throws Exception {
        CompletableFuture<Exchange> upload = uploadUnderWay();

        context.getRouteController().stopRoute("upload");

        Exchange done = upload.get(60, SECONDS);
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(Map.class).get("match")).isEqualTo(true);
    }

    @Test
    void aForcedStopCancelsTheUploadAndTheNextOneGoesOnWhereItStopped() throws Exception {
        CompletableFuture<Exchange> upload = uploadUnderWay();

        context.getRouteController().stopRoute("upload", 100, MILLISECONDS);

        assertThat(upload.get(60, SECONDS).isFailed()).isTrue();
        context.getRouteController().startRoute("upload");
        Map<?, ?> again = (Map<?, ?>) ask(NEW.bytes());
        assertThat(again.get("match")).isEqualTo(true);
        assertThat((Long) again.get("sent")).isLessThan(SIZE);
    }
}
