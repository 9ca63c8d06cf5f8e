package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The operations of group 8, file system, that are one request each. */
final class FileOperations {

    private FileOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.fileStatus, FileOperations::status);
        handlers.put(SmpOperation.fileHash, FileOperations::hash);
        handlers.put(SmpOperation.fileHashTypes, FileOperations::hashTypes);
        handlers.put(SmpOperation.fileClose, FileOperations::close);
    }

    private static CompletableFuture<Answer> status(OperationCall call) {
        return call.ask(new FileSystemGroup.Status(call.arguments().requiredPath()), answer -> answer.raw()
                .asMap());
    }

    private static CompletableFuture<Answer> hash(OperationCall call) {
        Arguments arguments = call.arguments();
        FileSystemGroup.Hash request = new FileSystemGroup.Hash(
                arguments.requiredPath(),
                arguments.hashType(),
                arguments.offset().orElse(0L),
                arguments.length().orElse(0L));
        return call.ask(request, answer -> answer.raw().asMap());
    }

    private static CompletableFuture<Answer> hashTypes(OperationCall call) {
        return call.ask(new FileSystemGroup.HashTypes(), answer -> answer.raw().asMap());
    }

    private static CompletableFuture<Answer> close(OperationCall call) {
        return call.ask(new FileSystemGroup.Close(), answer -> answer.raw().asMap());
    }
}
