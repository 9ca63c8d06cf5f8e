package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.group.OsOptions;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.ServerTraits;
import java.util.List;
import java.util.Set;

/**
 * What an application is made of.
 *
 * @param shellOnConsole whether the shell takes what is typed on serial lines, too
 * @param without ids of the groups that are not compiled in
 */
record ApplicationPlan(
        ServerTraits traits,
        OsOptions os,
        ImageOptions image,
        SimulatedStatistics statistics,
        SimulatedSettings settings,
        SimulatedFiles files,
        SimulatedShell shell,
        boolean shellOnConsole,
        List<CommandGroup> userGroups,
        Set<Integer> without) {}
