package io.github.camelsmp.client.call;

import java.util.concurrent.CompletableFuture;

/** What calls have in common. */
final class Calls {

    private Calls() {}

    /** An answer that says no more than that the command was carried out. */
    static CompletableFuture<Void> done(CompletableFuture<?> answer) {
        return answer.thenAccept(nothing -> {});
    }
}
