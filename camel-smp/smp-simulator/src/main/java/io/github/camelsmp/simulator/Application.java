package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.group.BasicCommands;
import io.github.camelsmp.simulator.group.DeviceControl;
import io.github.camelsmp.simulator.group.EnumerationCommands;
import io.github.camelsmp.simulator.group.FileCommands;
import io.github.camelsmp.simulator.group.ImageCommands;
import io.github.camelsmp.simulator.group.OsCommands;
import io.github.camelsmp.simulator.group.RealTimeClock;
import io.github.camelsmp.simulator.group.SettingsCommands;
import io.github.camelsmp.simulator.group.ShellCommands;
import io.github.camelsmp.simulator.group.StatisticsCommands;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.ManagementServer;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.server.ZephyrServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The Zephyr application of a board. What survives a reset is here; what does not is in the server that each boot
 * starts.
 */
final class Application {

    private final ApplicationPlan plan;
    private final Flash flash;
    private final Bootloader bootloader;
    private final RealTimeClock clock;

    Application(ApplicationPlan plan, Flash flash, Bootloader bootloader, RealTimeClock clock) {
        this.plan = plan;
        this.flash = flash;
        this.bootloader = bootloader;
        this.clock = clock;
    }

    ServerTraits traits() {
        return plan.traits();
    }

    /** What it prints for a line that is typed on its console, where that is taken. */
    Optional<UnaryOperator<String>> console() {
        return plan.shellOnConsole()
                ? Optional.of(line -> plan.shell().execute(line).output())
                : Optional.empty();
    }

    /** The server that runs until the next reset. */
    ManagementServer start(DeviceControl control, Supplier<RequestInterceptor> interceptor) {
        plan.settings().restart();
        Map<Integer, CommandGroup> groups = new LinkedHashMap<>();
        add(groups, new OsCommands(plan.os(), plan.traits(), bootloader, clock, control).group());
        if (bootloader.mode() != BootloaderMode.FIRMWARE_LOADER || bootloader.runsLoader()) {
            add(groups, new ImageCommands(bootloader, plan.image()).group());
        }
        add(groups, new StatisticsCommands(plan.statistics()).group());
        add(groups, new SettingsCommands(plan.settings()).group());
        add(groups, new FileCommands(plan.files(), flash, plan.traits().bufferSize()).group());
        add(groups, new ShellCommands(plan.shell(), plan.traits().successCode()).group());
        add(groups, new BasicCommands(plan.settings(), flash).group());
        plan.userGroups().forEach(group -> add(groups, group));
        plan.without().forEach(groups::remove);
        if (!plan.without().contains(EnumerationCommands.ID)) {
            add(groups, new EnumerationCommands(groups.values()).group());
        }
        return new ZephyrServer(plan.traits(), groups, interceptor);
    }

    private static void add(Map<Integer, CommandGroup> groups, CommandGroup group) {
        groups.put(group.id(), group);
    }
}
