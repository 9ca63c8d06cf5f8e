package io.github.camelsmp.client.goodput;

import io.github.camelsmp.client.LoopTime;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.VirtualConnections;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ImageUpload;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.image.McubootImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.line.SimTransportProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Uploads in time that costs nothing and passes the same on every machine. */
final class VirtualUpload {

    private static final Duration STEP = Duration.ofSeconds(1);

    private VirtualUpload() {}

    /**
     * One upload to a new device, whose slot holds another image that has to be erased page by page.
     *
     * @param window requests in flight, or 0 for as many as prove good
     * @param seed where the losses begin
     */
    static UploadResult over(Link link, int window, long seed) {
        VirtualLoop loop = new VirtualLoop();
        SmpClientOptions options = SmpClientOptions.DEFAULT.withWindow(window);
        try (SimulatedDevice device = device(link, loop)
                        .impairment(Impairment.both(link.way()).withSeed(seed))
                        .build();
                SmpConnection connection = VirtualConnections.open(
                        new SmpAddress("sim", link.name()), new SimTransportProvider(), options, loop)) {
            connect(connection, loop);
            FirmwareImage image =
                    FirmwareImage.of(0, McubootImage.parse(made("2.0.0", link).bytes()));
            CompletableFuture<UploadResult> result =
                    new ImageUpload(connection, image, ImageUploadOptions.DEFAULT, (offset, length) -> {}).start();
            return await(result, loop);
        }
    }

    private static void connect(SmpConnection connection, VirtualLoop loop) {
        await(connection.connect(), loop);
    }

    private static <T> T await(CompletableFuture<T> future, VirtualLoop loop) {
        while (!future.isDone()) {
            loop.advance(STEP);
        }
        return future.join();
    }

    private static SimulatedDeviceBuilder device(Link link, VirtualLoop loop) {
        return SimulatedDevice.builder(link.name())
                .time(new LoopTime(loop))
                .buffers(link.message(), link.buffers())
                .imageGroup(ImageOptions.DEFAULT.with(ImageFeature.PROGRESSIVE_ERASE))
                .flash(link.flash())
                .secondary(made("1.5.0", link));
    }

    private static io.github.camelsmp.simulator.FirmwareImage made(String version, Link link) {
        return io.github.camelsmp.simulator.FirmwareImage.ofSize(version, link.imageSize());
    }
}
