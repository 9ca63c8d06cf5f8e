package io.github.camelsmp.component;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** The operation {@code deviceInfo}: asks one question after the other and leaves out what the device cannot answer. */
final class DeviceInfoOperation {

    private static final List<Question<?>> QUESTIONS = List.of(
            new Question<>(
                    new OsGroup.Parameters(),
                    (answer, info) -> info.put("parameters", answer.raw().asMap())),
            new Question<>(
                    new OsGroup.ApplicationInfo("a"), (answer, info) -> info.put("applicationInfo", answer.output())),
            new Question<>(new OsGroup.BootloaderInfo(""), (answer, info) -> addBootloader(answer.raw(), info)),
            new Question<>(new OsGroup.BootloaderInfo("mode"), (answer, info) -> addBootloader(answer.raw(), info)),
            new Question<>(
                    new ImageGroup.StateRead(),
                    (answer, info) -> info.put("images", answer.raw().asMap().get("images"))),
            new Question<>(
                    new ImageGroup.SlotInfo(),
                    (answer, info) -> info.put("slots", answer.raw().asMap().get("images"))),
            new Question<>(
                    new EnumerationGroup.ListGroups(),
                    (answer, info) -> info.put("groups", EnumerationOperations.ids(answer))));

    private DeviceInfoOperation() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.deviceInfo, DeviceInfoOperation::deviceInfo);
    }

    private static CompletableFuture<Answer> deviceInfo(OperationCall call) {
        Map<String, Object> info = new LinkedHashMap<>();
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (Question<?> question : QUESTIONS) {
            asked = asked.thenCompose(before -> question.ask(call, info));
        }
        return asked.thenApply(all -> Answer.body(Collections.unmodifiableMap(info)));
    }

    /** Its name and its mode are two questions with one answer each. */
    private static void addBootloader(CborMap answer, Map<String, Object> info) {
        Map<String, Object> bootloader = new LinkedHashMap<>();
        if (info.get("bootloader") instanceof Map<?, ?> known) {
            known.forEach((key, value) -> bootloader.put((String) key, value));
        }
        bootloader.putAll(answer.asMap());
        info.put("bootloader", Collections.unmodifiableMap(bootloader));
    }

    private record Question<R>(SmpRequest<R> request, BiConsumer<R, Map<String, Object>> note) {

        CompletableFuture<Void> ask(OperationCall call, Map<String, Object> info) {
            return call.send(request).handle((answer, failure) -> {
                if (failure == null) {
                    note.accept(answer, info);
                } else if (!isJustUnknown(Failures.cause(failure), info)) {
                    throw new CompletionException(Failures.cause(failure));
                }
                return null;
            });
        }

        /** Some servers say nothing to what they do not know; one that never said anything is not there. */
        private static boolean isJustUnknown(Throwable failure, Map<String, Object> info) {
            return failure instanceof SmpErrorException || failure instanceof SmpTimeoutException && !info.isEmpty();
        }
    }
}
