package io.github.camelsmp.client.model;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.RawRequest;
import java.util.concurrent.CompletableFuture;

/** A request of a user, and what the model knows of it. */
final class Question {
    static final int GROUP = 64;

    final int number;
    final RawRequest request;
    final int retries;

    CompletableFuture<CborMap> answer = new CompletableFuture<>();
    int transmissions;
    int transmissionsOnLine;
    int line = -1;
    int largest;
    boolean answerHeard;
    boolean refusalHeard;
    boolean damageHeard;
    long endedAt = Long.MIN_VALUE;
    int ends;

    Question(int number, boolean repeatable, int padding, int retries) {
        this.number = number;
        this.retries = retries;
        CborMap payload =
                CborMap.builder().put("n", number).put("p", new byte[padding]).build();
        this.request = repeatable ? RawRequest.read(GROUP, 2, payload) : RawRequest.write(GROUP, 1, payload);
    }

    boolean isOver() {
        return answer.isDone();
    }

    @Override
    public String toString() {
        return (request.repeatable() ? "question " : "command ") + number;
    }
}
