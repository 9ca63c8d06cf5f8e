package io.github.camelsmp.component;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.RawRequest;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.InvalidPayloadException;

/** The operation {@code request}, and bodies that are requests already. */
final class RequestOperation {

    /** What a command of a user does, and how often it may be done, is known to the user only. */
    private static final int FIRST_USER_GROUP = 64;

    private RequestOperation() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.request, RequestOperation::request);
    }

    /** Sends a body that is a request of the client library; its typed response becomes the body. */
    static <R> CompletableFuture<Answer> sendAsItIs(OperationCall call, SmpRequest<R> request) {
        return call.ask(request, answer -> answer);
    }

    private static CompletableFuture<Answer> request(OperationCall call) throws InvalidPayloadException {
        if (call.body().raw() instanceof SmpRequest<?> ready) {
            return sendAsItIs(call, ready);
        }
        Arguments arguments = call.arguments();
        int group = arguments.requiredGroup();
        boolean write = arguments.write();
        RawRequest request = new RawRequest(
                write ? SmpOp.WRITE : SmpOp.READ,
                group,
                arguments.requiredCommand(),
                CborMap.of(call.body().map()),
                !write && group < FIRST_USER_GROUP);
        return call.ask(request, CborMap::asMap);
    }
}
