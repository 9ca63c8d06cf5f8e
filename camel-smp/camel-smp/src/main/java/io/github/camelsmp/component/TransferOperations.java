package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FileDownload;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.FileUpload;
import io.github.camelsmp.client.routine.Results;
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
        return call.run(
                        SmpOperation.fileUpload,
                        LongOperation::completed,
                        operation -> new FileUpload(
                                call.channel(), path, body.source(), FileTransferOptions.DEFAULT, operation.progress()))
                .whenComplete((result, failure) -> body.close())
                .thenApply(result -> Answer.body(Results.of(result)));
    }

    private static CompletableFuture<Answer> download(OperationCall call) throws IOException, InvalidPayloadException {
        String path = call.arguments().requiredPath();
        DownloadedContent content = DownloadedContent.of(call.exchange());
        return call.run(
                        SmpOperation.fileDownload,
                        LongOperation::completed,
                        operation -> new FileDownload(
                                call.channel(), path, content, FileTransferOptions.DEFAULT, operation.progress()))
                .whenComplete((result, failure) -> {
                    if (failure != null) {
                        content.discard();
                    }
                })
                .thenApply(result -> Answer.body(content.asBody()));
    }
}
