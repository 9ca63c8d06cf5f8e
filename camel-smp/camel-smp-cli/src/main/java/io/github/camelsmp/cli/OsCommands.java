package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands of group 0, operating system. */
final class OsCommands {

    private OsCommands() {}

    @Command(name = "echo", description = "Sends a text and prints what comes back.")
    static final class Echo extends DeviceCommand<String> {

        @picocli.CommandLine.Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "TEXT",
                defaultValue = "hello",
                description = "Default: ${DEFAULT-VALUE}.")
        private String text;

        @Override
        CompletableFuture<String> start(SmpClient device) {
            return device.os().echo(text);
        }

        @Override
        Reply reply(String answer) {
            return Reply.of(answer);
        }
    }

    @Command(name = "reset", description = "Restarts the device.")
    static final class Reset extends DeviceCommand<Void> {

        @Option(names = "--force", description = "Overrules an application that refuses.")
        private boolean force;

        @Option(
                names = "--boot-mode",
                paramLabel = "N",
                defaultValue = "0",
                description = "0: the application. 1: the recovery of the bootloader. Default: ${DEFAULT-VALUE}.")
        private int bootMode;

        @Option(names = "--wait", description = "Ends when the device answers again.")
        private boolean wait;

        @Option(
                names = "--swap-timeout",
                paramLabel = "TIME",
                defaultValue = "2m",
                description = "With --wait: how long that may take. Default: ${DEFAULT-VALUE}.")
        private Duration swapTimeout;

        /** A device that resets at once takes its line and its answer with it; that is no failure. */
        @Override
        CompletableFuture<Void> start(SmpClient device) {
            SmpConnection connection = device.connection();
            return connection.connect().thenCompose(connected -> device.send(new OsGroup.Reset(force, bootMode))
                    .handle((answer, failure) -> answeredOrGone(failure))
                    .thenCompose(done -> connection.awaitReset())
                    .thenCompose(gone -> comeBack(connection)));
        }

        private CompletableFuture<Void> comeBack(SmpConnection connection) {
            return wait ? new ComeBack(connection, swapTimeout).start() : CompletableFuture.completedFuture(null);
        }

        private static Void answeredOrGone(Throwable failure) {
            if (failure != null && !(failure instanceof SmpTransportException)) {
                throw new CompletionException(failure);
            }
            return null;
        }

        @Override
        Reply reply(Void done) {
            return Reply.of(Map.of("reset", true), "reset");
        }
    }

    @Command(name = "parameters", description = "Prints the buffers of the device.")
    static final class Parameters extends QuestionCommand<OsGroup.ParametersResponse> {

        Parameters() {
            super(OsGroup.Parameters::new, answer -> answer.raw().asMap());
        }
    }

    @Command(name = "application", description = "Prints what runs on the device, as 'uname' does.")
    static final class Application extends DeviceCommand<String> {

        @Option(
                names = "--format",
                paramLabel = "LETTERS",
                defaultValue = "",
                description =
                        "Which fields: s kernel, n node, r release, v version, b build time, m machine, p processor,"
                                + " i board, o operating system, a all. Default: what the device chooses.")
        private String format;

        @Override
        CompletableFuture<String> start(SmpClient device) {
            return device.os().applicationInfo(format);
        }

        @Override
        Reply reply(String answer) {
            return Reply.of(answer);
        }
    }

    @Command(name = "bootloader", description = "Prints what the device says of its bootloader.")
    static final class Bootloader extends DeviceCommand<OsGroup.BootloaderInfoResponse> {

        @Option(
                names = "--query",
                paramLabel = "QUESTION",
                defaultValue = "",
                description = "mode or active_b0_slot; its name without the option.")
        private String query;

        @Override
        CompletableFuture<OsGroup.BootloaderInfoResponse> start(SmpClient device) {
            return device.os().bootloaderInfo(query);
        }

        @Override
        Reply reply(OsGroup.BootloaderInfoResponse answer) {
            return Reply.of(answer.raw().asMap());
        }
    }

    @Command(name = "tasks", description = "Prints the threads of the device and their stacks.")
    static final class Tasks extends QuestionCommand<OsGroup.TaskStatisticsResponse> {

        Tasks() {
            super(
                    OsGroup.TaskStatistics::new,
                    answer -> Rows.named("task", answer.raw().map("tasks").asMap()));
        }
    }

    @Command(name = "memory", description = "Prints the memory pools of the device.")
    static final class Memory extends QuestionCommand<OsGroup.MemoryPoolsResponse> {

        Memory() {
            super(OsGroup.MemoryPools::new, answer -> answer.raw().asMap());
        }
    }
}
