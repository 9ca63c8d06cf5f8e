package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareImages;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.FirmwareUpload;
import io.github.camelsmp.client.routine.Results;
import io.github.camelsmp.client.routine.UpgradeOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operations that bring a firmware file to a device. */
final class FirmwareOperations {

    private static final int SLOTS_OF_AN_IMAGE = 2;

    private FirmwareOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.imageUpload, FirmwareOperations::imageUpload);
        handlers.put(SmpOperation.firmwareUpgrade, FirmwareOperations::firmwareUpgrade);
    }

    private static CompletableFuture<Answer> imageUpload(OperationCall call)
            throws InvalidPayloadException, IOException {
        return call.run(
                        SmpOperation.imageUpload,
                        LongOperation::completed,
                        operation -> new FirmwareUpload(
                                call.channel(),
                                images(call),
                                call.settings().upgrade().upload(),
                                new UpgradeReport(operation)))
                .thenApply(results -> Answer.body(Results.ofUploads(results)));
    }

    private static CompletableFuture<Answer> firmwareUpgrade(OperationCall call)
            throws InvalidPayloadException, IOException {
        UpgradeOptions options =
                call.settings().upgrade().withForce(call.arguments().force());
        return call.run(
                        SmpOperation.firmwareUpgrade,
                        result -> Results.outcome(result.outcome()),
                        operation -> new FirmwareUpgrade(
                                call.channel(), images(call), options, new UpgradeReport(operation)))
                .thenApply(result -> Answer.body(Results.of(result)));
    }

    /** A trusted key cannot be looked for without a look into the file. */
    private static List<FirmwareImage> images(OperationCall call) throws InvalidPayloadException, IOException {
        byte[] file = call.body().bytes("a firmware file");
        EndpointSettings settings = call.settings();
        Arguments arguments = call.arguments();
        if (!settings.options().isInspect() && settings.trustedKeys().isEmpty()) {
            return List.of(FirmwareImage.uninspected(arguments.image(), file));
        }
        List<FirmwareImage> images = FirmwareImages.of(file, arguments.namedImage(), settings.trustedKeys());
        return arguments.slot().map(slot -> builtFor(slot, images)).orElse(images);
    }

    /** Who names a slot says for which one a file was built, where the file does not say so itself. */
    private static List<FirmwareImage> builtFor(int slot, List<FirmwareImage> images) {
        if (slot >= SLOTS_OF_AN_IMAGE) {
            throw new IllegalArgumentException("slot is " + slot + ", an image is built for slot 0 or 1");
        }
        return images.stream()
                .map(image -> image.slot().isPresent() ? image : image.forSlot(slot))
                .toList();
    }
}
