package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.StateWrite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The operations of group 1 that are one request each. */
final class ImageOperations {

    private ImageOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.imageList, ImageOperations::imageList);
        handlers.put(SmpOperation.slotInfo, ImageOperations::slotInfo);
        handlers.put(SmpOperation.imageTest, ImageOperations::imageTest);
        handlers.put(SmpOperation.imageConfirm, ImageOperations::imageConfirm);
        handlers.put(SmpOperation.imageErase, ImageOperations::imageErase);
    }

    private static CompletableFuture<Answer> imageList(OperationCall call) {
        return call.ask(new ImageGroup.StateRead(), ImageOperations::images);
    }

    private static CompletableFuture<Answer> slotInfo(OperationCall call) {
        return call.ask(new ImageGroup.SlotInfo(), answer -> answer.images().stream()
                .map(image -> image.raw().asMap())
                .toList());
    }

    private static CompletableFuture<Answer> imageTest(OperationCall call) {
        return call.ask(StateWrite.test(call.arguments().requiredHash()), ImageOperations::images);
    }

    private static CompletableFuture<Answer> imageConfirm(OperationCall call) {
        StateWrite request = call.arguments().hash().map(StateWrite::confirm).orElseGet(StateWrite::confirmRunning);
        return call.ask(request, ImageOperations::images);
    }

    private static CompletableFuture<Answer> imageErase(OperationCall call) {
        return call.tell(call.arguments().slot().map(ImageGroup.Erase::new).orElseGet(ImageGroup.Erase::defaultSlot));
    }

    private static List<Map<String, Object>> images(ImageGroup.StateResponse answer) {
        return answer.images().stream().map(image -> image.raw().asMap()).toList();
    }
}
