package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.PowerCut;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.server.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A file that is half uploaded when the power of the device fails. */
class FileResumeAfterPowerCutTest extends DeviceTestSupport {

    private static final int SIZE = 100_000;
    private static final int HALF = SIZE / 2;
    private static final int FILE_SYSTEM = 8;
    private static final int WRITE = 2;

    private final SimulatedFiles files = new SimulatedFiles().mount("/lfs1");
    private final List<Long> offsets = new CopyOnWriteArrayList<>();

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.files(files).outage(Duration.ofMillis(300)).bootTime(Duration.ofMillis(100));
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri("operation=fileUpload&path=/lfs1/half.bin&requestTimeout=200ms"));
            }
        };
    }

    @Test
    void theUploadGoesOnBehindWhatTheDeviceWrote() throws Exception {
        byte[] content = new byte[SIZE];
        new Random(SIZE).nextBytes(content);
        device.cutPower(new PowerCut.AfterBytes(HALF));
        device.intercept(request -> {
            if (request.header().group() == FILE_SYSTEM && request.header().op() == WRITE) {
                request.unsigned("off").ifPresent(offsets::add);
            }
            return Verdict.execute();
        });

        Map<?, ?> result = (Map<?, ?>) ask(content);

        assertThat(files.get("/lfs1/half.bin")).hasValue(content);
        assertThat(result.get("match")).isEqualTo(true);
        assertThat(offsets).contains((long) HALF);
        assertThat(offsets.stream().filter(offset -> offset == 0)).hasSize(1);
    }
}
