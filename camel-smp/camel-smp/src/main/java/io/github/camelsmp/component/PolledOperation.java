package io.github.camelsmp.component;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** The operations that a consumer may repeat: they read, need no body, and leave the device as it was. */
final class PolledOperation {

    private static final Map<SmpOperation, Consumer<Arguments>> ARGUMENTS = arguments();

    private PolledOperation() {}

    private static Map<SmpOperation, Consumer<Arguments>> arguments() {
        Map<SmpOperation, Consumer<Arguments>> needed = new EnumMap<>(SmpOperation.class);
        needed.put(SmpOperation.parameters, none -> {});
        needed.put(SmpOperation.applicationInfo, none -> {});
        needed.put(SmpOperation.bootloaderInfo, none -> {});
        needed.put(SmpOperation.taskStatistics, none -> {});
        needed.put(SmpOperation.memoryPools, none -> {});
        needed.put(SmpOperation.dateTimeRead, none -> {});
        needed.put(SmpOperation.imageList, none -> {});
        needed.put(SmpOperation.slotInfo, none -> {});
        needed.put(SmpOperation.statisticsList, none -> {});
        needed.put(SmpOperation.statisticsRead, Arguments::requiredName);
        needed.put(SmpOperation.settingsRead, Arguments::requiredName);
        needed.put(SmpOperation.fileStatus, Arguments::requiredPath);
        needed.put(SmpOperation.fileHash, Arguments::requiredPath);
        needed.put(SmpOperation.fileHashTypes, none -> {});
        needed.put(SmpOperation.groupCount, none -> {});
        needed.put(SmpOperation.groupList, none -> {});
        needed.put(SmpOperation.groupDetails, none -> {});
        needed.put(SmpOperation.deviceInfo, none -> {});
        needed.put(SmpOperation.request, PolledOperation::requireRead);
        return needed;
    }

    private static void requireRead(Arguments arguments) {
        arguments.requiredGroup();
        arguments.requiredCommand();
        if (arguments.write()) {
            throw new IllegalArgumentException("write=true is for producers: a consumer only reads");
        }
    }

    /**
     * Checks what a consumer is told to repeat.
     *
     * @param blank an exchange without anything in it, as each poll begins with
     * @throws IllegalArgumentException naming the option that is wrong or missing
     */
    static OperationHandler of(SmpOperation operation, Exchange blank, SmpConfiguration options) {
        Consumer<Arguments> arguments = ARGUMENTS.get(operation);
        if (arguments == null) {
            throw new IllegalArgumentException("operation is " + operation
                    + ", a consumer repeats only what reads and needs no body: "
                    + ARGUMENTS.keySet().stream().map(SmpOperation::name).collect(Collectors.joining(", ")));
        }
        arguments.accept(new Arguments(blank, options));
        return OperationHandlers.of(operation);
    }
}
