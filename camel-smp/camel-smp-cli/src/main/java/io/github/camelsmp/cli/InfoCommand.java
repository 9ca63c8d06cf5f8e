package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.DeviceInfo;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;

/** Everything a device tells of itself. */
@Command(name = "info", description = "Prints everything the device tells of itself.")
final class InfoCommand extends DeviceCommand<DeviceInfo> {

    @Override
    CompletableFuture<DeviceInfo> start(SmpClient device) {
        return device.deviceInfo();
    }

    @Override
    Reply reply(DeviceInfo info) {
        return Reply.of(info.asMap());
    }
}
