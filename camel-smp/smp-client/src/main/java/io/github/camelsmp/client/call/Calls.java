package io.github.camelsmp.client.call;

import java.util.concurrent.CompletableFuture;

/** What calls have in common. */
final class Calls {

    private Calls() {}

    /** An answer that says no more than that the command was carried out. */
    static CompletableFuture<Void> done(CompletableFuture<?> answer) {
        return answer.thenAccept(nothing -> {});
    }

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
