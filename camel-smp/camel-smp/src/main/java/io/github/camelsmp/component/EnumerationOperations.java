package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.EnumerationGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The operations of group 10, enumeration. */
final class EnumerationOperations {

    private EnumerationOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.groupCount, EnumerationOperations::count);
        handlers.put(SmpOperation.groupList, EnumerationOperations::list);
        handlers.put(SmpOperation.groupDetails, EnumerationOperations::details);
    }

    /** The ids as the numbers they are in every other body. */
    static List<Long> ids(EnumerationGroup.ListGroupsResponse answer) {
        return answer.raw().numbers("groups");
    }

    private static CompletableFuture<Answer> count(OperationCall call) {
        return call.ask(new EnumerationGroup.Count(), answer -> (long) answer.count());
    }

    private static CompletableFuture<Answer> list(OperationCall call) {
        return call.ask(new EnumerationGroup.ListGroups(), EnumerationOperations::ids);
    }

    private static CompletableFuture<Answer> details(OperationCall call) {
        return call.ask(new EnumerationGroup.Details(), answer -> answer.groups().stream()
                .map(group -> group.raw().asMap())
                .toList());
    }
}
