package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FileDownload;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.FileUpload;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operations that move whole files of the device. */
final class TransferOperations {

    private TransferOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.fileUpload, TransferOperations::upload);
        handlers.put(SmpOperation.fileDownload, TransferOperations::download);
    }

    private static CompletableFuture<Answer> upload(OperationCall call) throws IOException, InvalidPayloadException {
        String path = call.arguments().requiredPath();
        FileBody body = FileBody.of(call.exchange());
        ProgressReport report = call.progress(SmpOperation.fileUpload);
        FileUpload upload = new FileUpload(call.channel(), path, body.source(), FileTransferOptions.DEFAULT, report);
        return call.routines()
                .start(upload)
                .whenComplete((result, failure) -> {
                    report.end();
                    body.close();
                })
                .thenApply(result -> Answer.body(Results.of(result)));
    }

    private static CompletableFuture<Answer> download(OperationCall call) {
        String path = call.arguments().requiredPath();
        DownloadedContent content = DownloadedContent.of(call.exchange());
        ProgressReport report = call.progress(SmpOperation.fileDownload);
        FileDownload download = new FileDownload(call.channel(), path, content, FileTransferOptions.DEFAULT, report);
        return call.routines()
                .start(download)
                .whenComplete((result, failure) -> {
                    report.end();
                    if (failure != null) {
                        content.discard();
                    }
                })
                .thenApply(result -> Answer.body(content.asBody()));
    }
}
