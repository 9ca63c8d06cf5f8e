package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareUpload;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.Results;
import io.github.camelsmp.client.routine.UploadResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings firmware into a slot and leaves the rest to others. */
@Command(name = "upload", description = "Brings firmware into its slot, and changes nothing else.")
final class UploadCommand extends DeviceCommand<Map<Integer, UploadResult>> {

    private static final int IMAGE_GROUP = 1;
    private static final int INTERCREATE_GROUP = 64;

    @Parameters(index = "1", paramLabel = "FILE", description = FirmwareOptions.FILE)
    private String file;

    @Mixin
    private FirmwareOptions firmware;

    @Option(names = "--upgrade-only", description = "The device shall refuse what is not newer than what runs.")
    private boolean upgradeOnly;

    @Option(
            names = "--group",
            paramLabel = "N",
            defaultValue = "1",
            description = "Who takes it: 1, images, or 64, images as Intercreate has them. Default: ${DEFAULT-VALUE}.")
    private int group;

    @Override
    CompletableFuture<Map<Integer, UploadResult>> start(SmpClient device) throws IOException {
        List<FirmwareImage> images = firmware.images(file);
        return switch (group) {
            case IMAGE_GROUP -> upload(device, images);
            case INTERCREATE_GROUP -> uploadToIntercreate(device, images);
            default -> throw new IllegalArgumentException("--group is " + group + ", images are uploaded to 1 or 64");
        };
    }

    private CompletableFuture<Map<Integer, UploadResult>> upload(SmpClient device, List<FirmwareImage> images) {
        ImageUploadOptions options = ImageUploadOptions.DEFAULT.withUpgradeOnly(upgradeOnly);
        return new FirmwareUpload(device.connection(), images, options, progress()).start();
    }

    private CompletableFuture<Map<Integer, UploadResult>> uploadToIntercreate(
            SmpClient device, List<FirmwareImage> images) {
        if (images.size() > 1) {
            throw new IllegalArgumentException("group 64 takes one image, the file holds " + images.size());
        }
        CompletableFuture<UploadResult> upload =
                device.intercreate().upload(images.get(0), progress().single());
        return Futures.cancelling(upload.thenApply(done -> Map.of(images.get(0).image(), done)), upload);
    }

    @Override
    String cancelled() {
        return "cancelled; the device keeps what it has, and the same command goes on from there";
    }

    @Override
    Reply reply(Map<Integer, UploadResult> uploads) {
        return Reply.of(Results.ofUploads(uploads));
    }
}
