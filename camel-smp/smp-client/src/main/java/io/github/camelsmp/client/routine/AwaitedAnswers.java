package io.github.camelsmp.client.routine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The requests of a transfer that are in flight, each with the answer that is awaited. What is forgotten is cancelled,
 * and an answer that comes all the same counts for nothing.
 *
 * @param <K> what a request is for
 */
final class AwaitedAnswers<K> {

    private final Map<K, CompletableFuture<?>> answers = new LinkedHashMap<>();

    boolean isEmpty() {
        return answers.isEmpty();
    }

    int size() {
        return answers.size();
    }

    void await(K request, CompletableFuture<?> answer) {
        answers.put(request, answer);
    }

    /** Ends the waiting; false if nobody waits for this answer any more. */
    boolean settle(K request, CompletableFuture<?> answer) {
        return answers.remove(request, answer);
    }

    void forget(List<K> requests) {
        for (K request : requests) {
            CompletableFuture<?> answer = answers.remove(request);
            if (answer != null) {
                answer.cancel(false);
            }
        }
    }

    void forgetAll() {
        forget(List.copyOf(answers.keySet()));
    }
}
