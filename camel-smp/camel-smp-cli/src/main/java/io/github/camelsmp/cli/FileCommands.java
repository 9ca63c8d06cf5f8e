package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a device. */
@Command(
        name = "file",
        description = "The files of a device.",
        subcommands = {
            FileGetCommand.class,
            FilePutCommand.class,
            FileCommands.Stat.class,
            FileCommands.Hash.class,
            FileCommands.HashTypes.class,
            FileCommands.Close.class
        })
final class FileCommands extends SmpGroup {

    @Command(name = "stat", description = "Prints the size of a file.")
    static final class Stat extends DeviceCommand<Long> {

        @Parameters(index = "1", paramLabel = "PATH", description = "On the device, with the mount point.")
        private String path;

        @Override
        CompletableFuture<Long> start(SmpClient device) {
            return device.files().length(path);
        }

        @Override
        Reply reply(Long length) {
            return Reply.of(Map.of("len", length), length + " bytes");
        }
    }

    @Command(name = "hash", description = "Prints a hash or checksum that the device computes of a file.")
    static final class Hash extends DeviceCommand<FileSystemGroup.HashResponse> {

        @Parameters(index = "1", paramLabel = "PATH", description = "On the device, with the mount point.")
        private String path;

        @Option(
                names = "--hash-type",
                paramLabel = "TYPE",
                defaultValue = "",
                description = "One of 'smp file hash-types'. Default: the first the device has.")
        private String type;

        @Option(names = "--offset", paramLabel = "BYTES", defaultValue = "0", description = "Where to begin.")
        private long offset;

        @Option(names = "--length", paramLabel = "BYTES", defaultValue = "0", description = "How much; 0 for all.")
        private long length;

        @Override
        CompletableFuture<FileSystemGroup.HashResponse> start(SmpClient device) {
            return device.files().hash(path, type, offset, length);
        }

        @Override
        Reply reply(FileSystemGroup.HashResponse answer) {
            return Reply.of(answer.raw().asMap());
        }
    }

    @Command(name = "hash-types", description = "Prints the hashes and checksums that the device can compute.")
    static final class HashTypes extends QuestionCommand<FileSystemGroup.HashTypesResponse> {

        HashTypes() {
            super(
                    FileSystemGroup.HashTypes::new,
                    answer -> Rows.named("type", answer.raw().map("types").asMap()));
        }
    }

    @Command(name = "close", description = "Makes the device close whatever file it has open for us.")
    static final class Close extends TellCommand {

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return device.files().close();
        }
    }
}
