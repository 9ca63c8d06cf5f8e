package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.StatisticsGroup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The operations of group 2, statistics. */
final class StatisticsOperations {

    private StatisticsOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.statisticsList, StatisticsOperations::list);
        handlers.put(SmpOperation.statisticsRead, StatisticsOperations::read);
    }

    private static CompletableFuture<Answer> list(OperationCall call) {
        return call.ask(new StatisticsGroup.ListGroups(), StatisticsGroup.ListGroupsResponse::names);
    }

    private static CompletableFuture<Answer> read(OperationCall call) {
        return call.ask(new StatisticsGroup.Show(call.arguments().requiredName()), answer -> answer.raw()
                .asMap());
    }
}
