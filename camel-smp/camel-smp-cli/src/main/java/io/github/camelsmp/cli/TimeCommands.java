package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The clock of a device. */
@Command(
        name = "time",
        description = "The clock of a device.",
        subcommands = {TimeCommands.Get.class, TimeCommands.Set.class})
final class TimeCommands extends SmpGroup {

    @Command(name = "get", description = "Prints the time of the device.")
    static final class Get extends QuestionCommand<OsGroup.DateTimeReadResponse> {

        Get() {
            super(OsGroup.DateTimeRead::new, OsGroup.DateTimeReadResponse::text);
        }
    }

    @Command(name = "set", description = "Sets the clock of the device.")
    static final class Set extends TellCommand {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "TIME",
                description = "Such as 2026-01-02T03:04:05. Default: the time of this computer.")
        private LocalDateTime time;

        @Option(names = "--utc", description = "Takes UTC from this computer, not local time.")
        private boolean utc;

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            LocalDateTime now = utc ? LocalDateTime.now(ZoneOffset.UTC) : LocalDateTime.now();
            return device.os().setDateTime(time == null ? now : time);
        }
    }
}
