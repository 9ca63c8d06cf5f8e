package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The management groups of a device. */
@Command(
        name = "groups",
        description = "The management groups of a device.",
        subcommands = {GroupCommands.Count.class, GroupCommands.ListGroups.class, GroupCommands.Details.class})
final class GroupCommands extends SmpGroup {

    @Command(name = "count", description = "Prints how many there are.")
    static final class Count extends QuestionCommand<EnumerationGroup.CountResponse> {

        Count() {
            super(EnumerationGroup.Count::new, EnumerationGroup.CountResponse::count);
        }
    }

    @Command(name = "list", description = "Prints their numbers.")
    static final class ListGroups extends QuestionCommand<EnumerationGroup.ListGroupsResponse> {

        ListGroups() {
            super(EnumerationGroup.ListGroups::new, EnumerationGroup.ListGroupsResponse::groups);
        }
    }

    @Command(name = "details", description = "Prints their names and more.")
    static final class Details extends DeviceCommand<EnumerationGroup.DetailsResponse> {

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "GROUP",
                description = "Numbers. Default: all of them.")
        private List<Integer> groups = List.of();

        @Override
        CompletableFuture<EnumerationGroup.DetailsResponse> start(SmpClient device) {
            return device.send(
                    groups.isEmpty() ? new EnumerationGroup.Details() : new EnumerationGroup.Details(groups));
        }

        @Override
        Reply reply(EnumerationGroup.DetailsResponse answer) {
            List<Map<String, Object>> rows =
                    answer.groups().stream().map(group -> group.raw().asMap()).toList();
            return Reply.of(rows);
        }
    }
}
