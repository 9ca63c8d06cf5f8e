package io.github.camelsmp.client;

import io.github.camelsmp.protocol.SmpException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Callers who wait for the attempt under way. */
final class ConnectCalls {
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    void add(CompletableFuture<Void> call) {
        waiting.add(call);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void succeed() {
        take().forEach(call -> call.complete(null));
    }

    void fail(SmpException reason) {
        take().forEach(call -> call.completeExceptionally(reason));
    }

    private List<CompletableFuture<Void>> take() {
        List<CompletableFuture<Void>> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
