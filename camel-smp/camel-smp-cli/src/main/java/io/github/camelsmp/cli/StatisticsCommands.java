package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The statistics of a device. */
@Command(
        name = "stats",
        description = "The statistics of a device.",
        subcommands = {StatisticsCommands.ListGroups.class, StatisticsCommands.Get.class})
final class StatisticsCommands extends SmpGroup {

    @Command(name = "list", description = "Prints the names of the groups of statistics.")
    static final class ListGroups extends QuestionCommand<StatisticsGroup.ListGroupsResponse> {

        ListGroups() {
            super(StatisticsGroup.ListGroups::new, StatisticsGroup.ListGroupsResponse::names);
        }
    }

    @Command(name = "get", description = "Prints counters.")
    static final class Get extends DeviceCommand<StatisticsReading> {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "GROUP",
                description = "One of 'smp stats list'. Default: all of them.")
        private String group;

        @Override
        CompletableFuture<StatisticsReading> start(SmpClient device) {
            StatisticsReading reading = new StatisticsReading(device);
            return group == null ? reading.all() : reading.one(group);
        }

        @Override
        Reply reply(StatisticsReading reading) {
            reading.refusals().forEach(refusal -> output().say(refusal.getMessage()));
            Reply reply = Reply.of(
                    group == null ? reading.counters() : reading.counters().get(group));
            return reading.refusals().isEmpty() ? reply : reply.endingWith(ExitCode.REFUSED);
        }
    }
}
