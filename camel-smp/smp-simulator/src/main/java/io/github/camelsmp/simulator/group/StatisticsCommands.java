package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;

/** Group 2 (protocol.md 6.2). */
public final class StatisticsCommands {

    private static final int ID = 2;
    private static final int INVALID_STAT_NAME = 3;

    private final SimulatedStatistics statistics;

    /** Commands on these counters. */
    public StatisticsCommands(SimulatedStatistics statistics) {
        this.statistics = statistics;
    }

    /** Its commands. */
    public CommandGroup group() {
        return CommandGroup.of(ID, "stat mgmt")
                .translating(StatisticsCommands::version1Code)
                .read(0, this::show)
                .read(1, request -> Answer.with("stat_list", statistics.groups()));
    }

    private static int version1Code(int code) {
        return switch (code) {
            case 2, INVALID_STAT_NAME -> Refusal.ENOENT;
            case 4 -> Refusal.EINVAL;
            default -> Refusal.EUNKNOWN;
        };
    }

    /** A group that is not there is reported as a wrong name, by current servers. */
    private Answer show(Request request) {
        String name = request.text("name").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        return Answer.with("name", name)
                .and("fields", statistics.counters(name).orElseThrow(() -> Refusal.group(ID, INVALID_STAT_NAME)));
    }
}
