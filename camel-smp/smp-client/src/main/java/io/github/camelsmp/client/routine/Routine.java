package io.github.camelsmp.client.routine;

import java.util.concurrent.CompletableFuture;

/** Something that takes many requests. It is started once and can be cancelled. */
public interface Routine<R> {

    /** Starts it. The result never blocks a thread of the caller. */
    CompletableFuture<R> start();

    /** Sends nothing more and fails the result with a {@link java.util.concurrent.CancellationException}. */
    void cancel();
}
