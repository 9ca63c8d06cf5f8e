package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FileSource;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.Results;
import io.github.camelsmp.client.routine.UploadResult;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a file to a device. */
@Command(name = "put", description = "Brings a file to the device.")
final class FilePutCommand extends DeviceCommand<UploadResult> {

    @Parameters(index = "1", paramLabel = "FILE", description = "On this computer; - for standard input.")
    private String file;

    @Parameters(index = "2", paramLabel = "PATH", description = "On the device, with the mount point.")
    private String path;

    @Override
    CompletableFuture<UploadResult> start(SmpClient device) throws IOException {
        return device.files()
                .upload(
                        path,
                        FileSource.of(InputFile.read(file)),
                        FileTransferOptions.DEFAULT,
                        progress().single());
    }

    @Override
    String cancelled() {
        return "cancelled; the device keeps what it has, and the same command goes on from there";
    }

    @Override
    Reply reply(UploadResult result) {
        return Reply.of(Results.of(result));
    }
}
