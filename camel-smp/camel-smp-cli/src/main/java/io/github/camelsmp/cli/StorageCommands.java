package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;

/** The storage partition of a device. */
@Command(
        name = "storage",
        description = "The storage partition of a device.",
        subcommands = StorageCommands.Erase.class)
final class StorageCommands extends SmpGroup {

    @Command(name = "erase", description = "Erases settings and whatever else the application keeps there.")
    static final class Erase extends TellCommand {

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return device.basic().eraseStorage();
        }
    }
}
