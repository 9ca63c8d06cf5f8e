package io.github.camelsmp.client.model;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** What people and routines do to a connection, from threads of their own. */
final class Users {
    private static final int LONGEST_PADDING = 150;

    private final SmpConnection connection;
    private final ConnectionModel model;
    private final RandomGenerator random;
    private final Duration quiet;
    private final Deque<AutoCloseable> holds = new ArrayDeque<>();

    Users(SmpConnection connection, ConnectionModel model, RandomGenerator random, Duration quiet) {
        this.connection = connection;
        this.model = model;
        this.random = random;
        this.quiet = quiet;
    }

    /** One deed, drawn by lot. */
    void act() {
        switch (random.nextInt(20)) {
            case 0, 1 -> call();
            case 2 -> cancel();
            case 3 -> hold();
            case 4, 5 -> release();
            case 6 -> connection.letGo();
            case 7 -> awaitReset();
            default -> ask();
        }
    }

    void ask() {
        int retries = random.nextInt(4);
        Question question =
                new Question(model.questions.size(), random.nextInt(4) > 0, random.nextInt(LONGEST_PADDING), retries);
        question.largest = SmpMessage.encode(question.request, SmpVersion.V2, 0).length;
        model.questions.add(question);
        question.answer = connection.send(
                question.request, new Attempts(connection.options().requestTimeout(), retries));
        question.answer.whenComplete((answer, failure) -> model.ends(question, failure, connection));
    }

    private void cancel() {
        if (!model.questions.isEmpty()) {
            model.questions.get(random.nextInt(model.questions.size())).answer.cancel(false);
        }
    }

    private void call() {
        model.pauses.called();
        model.calls.add(connection.connect());
    }

    private void hold() {
        model.keepers++;
        holds.add(connection.keepOpen());
    }

    private void release() {
        if (!holds.isEmpty()) {
            model.keepers--;
            close(holds.remove());
        }
    }

    private static void close(AutoCloseable hold) {
        try {
            hold.close();
        } catch (Exception e) {
            throw new AssertionError("a hold cannot be given back", e);
        }
    }

    /** Nobody holds the line open any more. */
    void letGoOfTheLine() {
        while (!holds.isEmpty()) {
            release();
        }
    }

    private void awaitReset() {
        CompletableFuture<Void> agreed = connection.awaitReset();
        agreed.thenRun(() -> model.pauses.quiet(quiet));
    }

    /** Whose message this is; nobody's if the connection asks for itself. */
    Optional<Question> whoAsked(SmpMessage message) {
        return message.header().group() == Question.GROUP
                ? Optional.of(model.questions.get((int) message.payload().number("n")))
                : Optional.empty();
    }
}
