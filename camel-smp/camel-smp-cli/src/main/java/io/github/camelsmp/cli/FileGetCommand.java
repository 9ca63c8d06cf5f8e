package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.DownloadResult;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.Results;
import java.io.IOException;
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
            description = "Where to put it; - for standard output. Default: its name, in this folder.")
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
        Path name = file == null ? Path.of(path).getFileName() : Path.of(file);
        if (name == null) {
            throw new IllegalArgumentException("'" + path + "' names no file");
        }
        return name;
    }

    @Override
    Reply reply(DownloadResult result) {
        return isForStandardOutput() ? Reply.NOTHING : Reply.of(Results.of(result));
    }
}
