package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.SmpErrorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Requests that a device may refuse without harm. */
final class Refused {

    private Refused() {}

    /** The answer, or what its refusal means; every other failure stays one. */
    static <T> CompletableFuture<T> instead(CompletableFuture<T> answer, Function<SmpErrorException, T> meaning) {
        return answer.exceptionallyCompose(failure -> cause(failure) instanceof SmpErrorException refusal
                ? CompletableFuture.completedFuture(meaning.apply(refusal))
                : CompletableFuture.failedFuture(failure));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
