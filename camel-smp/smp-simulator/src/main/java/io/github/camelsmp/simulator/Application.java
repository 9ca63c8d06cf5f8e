package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.group.DeviceControl;
import io.github.camelsmp.simulator.group.ImageCommands;
import io.github.camelsmp.simulator.group.ImageOptions;
import io.github.camelsmp.simulator.group.OsCommands;
import io.github.camelsmp.simulator.group.OsOptions;
import io.github.camelsmp.simulator.group.RealTimeClock;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.ManagementServer;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.server.ZephyrServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The Zephyr application of a board. What survives a reset is here; what does not is in the server that each boot
 * starts.
 */
final class Application {

    private final ServerTraits traits;
    private final OsOptions os;
    private final ImageOptions image;
    private final List<CommandGroup> userGroups;
    private final Bootloader bootloader;
    private final RealTimeClock clock;

    Application(
            ServerTraits traits,
            OsOptions os,
            ImageOptions image,
            List<CommandGroup> userGroups,
            Bootloader bootloader,
            RealTimeClock clock) {
        this.traits = traits;
        this.os = os;
        this.image = image;
        this.userGroups = List.copyOf(userGroups);
        this.bootloader = bootloader;
        this.clock = clock;
    }

    ServerTraits traits() {
        return traits;
    }

    /** The server that runs until the next reset. */
    ManagementServer start(DeviceControl control, Supplier<RequestInterceptor> interceptor) {
        Map<Integer, CommandGroup> groups = new TreeMap<>();
        add(groups, new OsCommands(os, traits, bootloader, clock, control).group());
        add(groups, new ImageCommands(bootloader, image).group());
        userGroups.forEach(group -> groups.put(group.id(), group));
        return new ZephyrServer(traits, groups, interceptor);
    }

    private static void add(Map<Integer, CommandGroup> groups, CommandGroup group) {
        groups.put(group.id(), group);
    }
}
