package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A command that is one request without arguments, whose answer is shown as it comes. */
abstract class QuestionCommand<R> extends DeviceCommand<R> {

    private final Supplier<SmpRequest<R>> request;
    private final Function<R, Object> value;

    /** @param value what to show of the answer */
    QuestionCommand(Supplier<SmpRequest<R>> request, Function<R, Object> value) {
        this.request = request;
        this.value = value;
    }

    @Override
    final CompletableFuture<R> start(SmpClient device) {
        return device.send(request.get());
    }

    @Override
    final Reply reply(R answer) {
        return Reply.of(value.apply(answer));
    }
}
