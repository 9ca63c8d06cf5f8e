package io.github.camelsmp.simulator;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.group.DeviceControl;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.recovery.RecoveryCommands;
import io.github.camelsmp.simulator.recovery.RecoveryOptions;
import io.github.camelsmp.simulator.server.ManagementServer;
import io.github.camelsmp.simulator.server.RecoveryServer;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import java.time.Duration;
import java.util.function.Supplier;

/** The serial recovery in the bootloader of a board. */
final class Recovery {

    private final RecoveryOptions options;
    private final Bootloader bootloader;
    private final SimulatedSettings settings;
    private final Flash flash;

    Recovery(RecoveryOptions options, Bootloader bootloader, SimulatedSettings settings, Flash flash) {
        this.options = options;
        this.bootloader = bootloader;
        this.settings = settings;
        this.flash = flash;
    }

    int receiveSize() {
        return options.receiveSize();
    }

    Duration waitForDfu() {
        return options.waitForDfu();
    }

    /** The server that runs until the next reset. */
    ManagementServer start(DeviceControl control, Supplier<RequestInterceptor> interceptor) {
        return new RecoveryServer(new RecoveryCommands(options, bootloader, control, settings, flash), interceptor);
    }
}
