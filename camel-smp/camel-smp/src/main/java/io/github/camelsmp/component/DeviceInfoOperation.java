package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.DeviceInventory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The operation {@code deviceInfo}. */
final class DeviceInfoOperation {

    private DeviceInfoOperation() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.deviceInfo, DeviceInfoOperation::deviceInfo);
    }

    private static CompletableFuture<Answer> deviceInfo(OperationCall call) {
        return call.routines().start(new DeviceInventory(call.channel())).thenApply(info -> Answer.body(info.asMap()));
    }
}
