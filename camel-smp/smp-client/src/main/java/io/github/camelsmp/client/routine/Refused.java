package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Requests that a device may refuse without harm. */
final class Refused {

    private static final int NOT_SUPPORTED = 8;

    private Refused() {}

    /** The answer, or what its refusal means; every other failure stays one. */
    static <T> CompletableFuture<T> instead(CompletableFuture<T> answer, Function<SmpErrorException, T> meaning) {
        return answer.exceptionallyCompose(failure -> cause(failure) instanceof SmpErrorException refusal
                ? CompletableFuture.completedFuture(meaning.apply(refusal))
                : CompletableFuture.failedFuture(failure));
    }

    /** The answer, or something else from a device that does not know the command. */
    static <T> CompletableFuture<T> whereUnknown(CompletableFuture<T> answer, T something) {
        return instead(answer, refusal -> {
            if (isUnknownCommand(refusal)) {
                return something;
            }
            throw refusal;
        });
    }

    /** Whether the device does not know the command. */
    static boolean isUnknownCommand(SmpErrorException refusal) {
        return refusal.group() == SmpError.NO_GROUP && refusal.code() == NOT_SUPPORTED;
    }

    /** What a stage of a future failed with. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
