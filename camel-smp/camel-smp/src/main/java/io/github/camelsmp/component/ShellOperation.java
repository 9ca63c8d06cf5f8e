package io.github.camelsmp.component;

import io.github.camelsmp.protocol.group.ShellGroup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operation of group 9, shell. */
final class ShellOperation {

    private ShellOperation() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.shell, ShellOperation::shell);
    }

    private static CompletableFuture<Answer> shell(OperationCall call) throws InvalidPayloadException {
        return call.send(new ShellGroup.Execute(call.body().text())).thenApply(answer -> message -> {
            message.setBody(answer.output());
            message.setHeader(SmpConstants.RETURN_CODE, answer.returnCode());
        });
    }
}
