package io.github.camelsmp.cli;

import java.util.concurrent.CompletableFuture;

/** What futures that are made of others have in common. */
final class Futures {

    private Futures() {}

    /** Ends what a future is made from when the future is cancelled. */
    static <T> CompletableFuture<T> cancelling(CompletableFuture<T> future, CompletableFuture<?> source) {
        future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                source.cancel(false);
            }
        });
        return future;
    }
}
