package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.ImageUpload;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.protocol.image.ImageSignature;
import io.github.camelsmp.protocol.image.McubootImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operations that bring a firmware file to a device. */
final class FirmwareOperations {

    private FirmwareOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.imageUpload, FirmwareOperations::imageUpload);
        handlers.put(SmpOperation.firmwareUpgrade, FirmwareOperations::firmwareUpgrade);
    }

    private static CompletableFuture<Answer> imageUpload(OperationCall call)
            throws InvalidPayloadException, IOException {
        FirmwareImage firmware = firmware(call);
        ProgressReport report = call.progress(SmpOperation.imageUpload, firmware.image());
        ImageUpload upload = new ImageUpload(
                call.channel(), firmware, call.settings().upgrade().upload(), report);
        return SlotRoom.check(call, firmware)
                .thenCompose(fits -> call.routines().start(upload))
                .whenComplete((result, failure) -> report.end())
                .thenApply(result -> Answer.body(Results.of(result)));
    }

    private static CompletableFuture<Answer> firmwareUpgrade(OperationCall call)
            throws InvalidPayloadException, IOException {
        UpgradeOptions options =
                call.settings().upgrade().withForce(call.arguments().force());
        UpgradeReport report =
                new UpgradeReport(call.device(), image -> call.progress(SmpOperation.firmwareUpgrade, image));
        FirmwareUpgrade upgrade = new FirmwareUpgrade(call.channel(), List.of(firmware(call)), options, report);
        return call.routines().start(upgrade).thenApply(result -> Answer.body(Results.of(result)));
    }

    private static FirmwareImage firmware(OperationCall call) throws InvalidPayloadException, IOException {
        byte[] file = call.body().bytes("a firmware file");
        int image = call.arguments().image();
        EndpointSettings settings = call.settings();
        if (!settings.options().isInspect() && settings.trustedKeys().isEmpty()) {
            return FirmwareImage.uninspected(image, file);
        }
        McubootImage inspected = McubootImage.parse(file);
        if (!settings.trustedKeys().isEmpty()) {
            ImageSignature.verify(inspected, settings.trustedKeys());
        }
        return FirmwareImage.of(image, inspected);
    }
}
