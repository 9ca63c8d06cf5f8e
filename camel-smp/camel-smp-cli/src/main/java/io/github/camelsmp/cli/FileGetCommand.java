package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.DownloadResult;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a file from a device. */
@Command(name = "get", description = "Brings a file from the device.")
final class FileGetCommand extends DeviceCommand<DownloadResult> {

    private static final String STANDARD_OUTPUT = "-";

    @Parameters(index = "1", paramLabel = "PATH", description = "On the device, with the mount point.")
    private String path;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to put it, a file or a folder; - for standard output. Default: this folder.")
    private String file;

    @Override
    CompletableFuture<DownloadResult> start(SmpClient device) throws IOException {
        if (isForStandardOutput()) {
            return device.files()
                    .download(
                            path,
                            System.out,
                            FileTransferOptions.DEFAULT,
                            progress().single());
        }
        PartialFile part = PartialFile.of(destination());
        CompletableFuture<DownloadResult> download = device.files()
                .download(
                        path,
                        part.sink(),
                        FileTransferOptions.DEFAULT,
                        progress().single());
        return Futures.cancelling(download.whenComplete((done, failure) -> part.end(failure == null)), download);
    }

    /** The content of the file is the output then. */
    private boolean isForStandardOutput() {
        return STANDARD_OUTPUT.equals(file);
    }

    private Path destination() {
        Path given = Path.of(file == null ? "" : file);
        return Files.isDirectory(given) ? given.resolve(nameOnDevice()) : given;
    }

    private String nameOnDevice() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("'" + path + "' names no file");
        }
        return name;
    }

    @Override
    Reply reply(DownloadResult result) {
        return isForStandardOutput() ? Reply.NOTHING : Reply.of(Results.of(result));
    }
}
