package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The statistics of a device. */
@Command(
        name = "stats",
        description = "The statistics of a device.",
        subcommands = {StatisticsCommands.ListGroups.class, StatisticsCommands.Get.class})
final class StatisticsCommands {

    @Command(name = "list", description = "Prints the names of the groups of statistics.")
    static final class ListGroups extends QuestionCommand<StatisticsGroup.ListGroupsResponse> {

        ListGroups() {
            super(StatisticsGroup.ListGroups::new, StatisticsGroup.ListGroupsResponse::names);
        }
    }

    @Command(name = "get", description = "Prints counters.")
    static final class Get extends DeviceCommand<Map<String, ?>> {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "GROUP",
                description = "One of 'smp stats list'. Default: all of them.")
        private String group;

        @Override
        CompletableFuture<Map<String, ?>> start(SmpClient device) {
            CompletableFuture<? extends Map<String, ?>> counters = group == null
                    ? device.statistics().readAll()
                    : device.statistics().read(group);
            return Futures.cancelling(counters.thenApply(read -> read), counters);
        }

        @Override
        Reply reply(Map<String, ?> counters) {
            return Reply.of(counters);
        }
    }
}
