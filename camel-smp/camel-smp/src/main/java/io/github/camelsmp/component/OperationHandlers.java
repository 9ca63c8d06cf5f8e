package io.github.camelsmp.component;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Who does what: a handler for each operation. */
final class OperationHandlers {

    private static final Map<SmpOperation, OperationHandler> ALL = all();

    private OperationHandlers() {}

    static OperationHandler of(SmpOperation operation) {
        return ALL.get(operation);
    }

    private static Map<SmpOperation, OperationHandler> all() {
        Map<SmpOperation, OperationHandler> handlers = new EnumMap<>(SmpOperation.class);
        OsOperations.addTo(handlers);
        ImageOperations.addTo(handlers);
        FirmwareOperations.addTo(handlers);
        StatisticsOperations.addTo(handlers);
        SettingsOperations.addTo(handlers);
        FileOperations.addTo(handlers);
        TransferOperations.addTo(handlers);
        ShellOperation.addTo(handlers);
        EnumerationOperations.addTo(handlers);
        RequestOperation.addTo(handlers);
        DeviceInfoOperation.addTo(handlers);
        return Collections.unmodifiableMap(handlers);
    }
}
