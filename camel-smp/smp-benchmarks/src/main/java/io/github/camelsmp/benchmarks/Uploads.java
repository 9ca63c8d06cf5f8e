package io.github.camelsmp.benchmarks;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.image.McubootImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import java.time.Duration;

/** Uploads an image to a new device each time. */
final class Uploads {

    /** Holds the largest image of a profile. */
    private static final int SLOT = 1 << 20;

    private final SmpResources resources;

    Uploads(SmpResources resources) {
        this.resources = resources;
    }

    /**
     * One upload over a link of this kind.
     *
     * @param window requests in flight, or 0 for as many as prove good
     * @param seed where the losses begin
     */
    Measurement run(Profile profile, int window, long seed) {
        FirmwareImage image = FirmwareImage.of(
                0, McubootImage.parse(made("2.0.0", profile.imageSize()).bytes()));
        try (SimulatedDevice device = SimulatedDevice.builder(profile.name())
                        .buffers(profile.bufferSize(), profile.bufferCount())
                        .imageGroup(ImageOptions.DEFAULT.with(ImageFeature.PROGRESSIVE_ERASE))
                        .flash(profile.flash())
                        .slotSize(SLOT)
                        .secondary(made("1.5.0", profile.imageSize()))
                        .impairment(profile.impairment(seed))
                        .build();
                SmpClient client =
                        SmpClient.of(profile.open(device), SmpClientOptions.DEFAULT.withWindow(window), resources)) {
            client.connection().connect().join();
            UploadResult result = client.upload(image).join();
            return new Measurement(result.bytes() / seconds(result.duration()), result.retransmissions());
        }
    }

    /** What is in the slot before has to be erased for what comes. */
    private static io.github.camelsmp.simulator.FirmwareImage made(String version, int size) {
        return io.github.camelsmp.simulator.FirmwareImage.ofSize(version, size);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
