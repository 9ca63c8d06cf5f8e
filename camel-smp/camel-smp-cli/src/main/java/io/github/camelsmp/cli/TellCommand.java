package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command whose answer is that it was carried out. */
abstract class TellCommand extends DeviceCommand<Void> {

    /** Carries it out. */
    abstract CompletableFuture<Void> tell(SmpClient device);

    @Override
    final CompletableFuture<Void> start(SmpClient device) {
        return tell(device);
    }

    @Override
    final Reply reply(Void done) {
        return Reply.of(Map.of("done", true), "done");
    }
}
