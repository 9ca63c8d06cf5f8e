package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.SettingsGroup;
import io.github.camelsmp.protocol.group.ZephyrBasicGroup;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operations of group 3, settings, and the one that erases the partition they are in. */
final class SettingsOperations {

    private SettingsOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.settingsRead, SettingsOperations::read);
        handlers.put(SmpOperation.settingsWrite, SettingsOperations::write);
        handlers.put(SmpOperation.settingsDelete, SettingsOperations::delete);
        handlers.put(SmpOperation.settingsCommit, call -> call.tell(new SettingsGroup.Commit()));
        handlers.put(SmpOperation.settingsLoad, call -> call.tell(new SettingsGroup.Load()));
        handlers.put(SmpOperation.settingsSave, SettingsOperations::save);
        handlers.put(SmpOperation.storageErase, call -> call.tell(new ZephyrBasicGroup.EraseStorage()));
    }

    private static CompletableFuture<Answer> read(OperationCall call) {
        return call.ask(new SettingsGroup.Read(call.arguments().requiredName()), SettingsGroup.ReadResponse::value);
    }

    private static CompletableFuture<Answer> write(OperationCall call) throws InvalidPayloadException, IOException {
        return call.tell(new SettingsGroup.Write(
                call.arguments().requiredName(), call.body().bytes("the value of the setting")));
    }

    private static CompletableFuture<Answer> delete(OperationCall call) {
        return call.tell(new SettingsGroup.Delete(call.arguments().requiredName()));
    }

    private static CompletableFuture<Answer> save(OperationCall call) {
        return call.tell(new SettingsGroup.Save(call.arguments().name().orElse("")));
    }
}
