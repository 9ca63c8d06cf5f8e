package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits until a device that was told to reset answers again. */
final class ComeBack {

    /** A device goes on answering for a moment; 250 ms is what Zephyr waits unless it was built otherwise. */
    private static final Duration STILL_UP = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SmpConnection connection;
    private final long deadline;
    private final CompletableFuture<Void> result = new CompletableFuture<>();

    /** @param longest after this the failure of the last attempt is told */
    ComeBack(SmpConnection connection, Duration longest) {
        this.connection = connection;
        this.deadline = connection.nanoTime() + longest.toNanos();
    }

    CompletableFuture<Void> start() {
        askAfter(STILL_UP);
        return result;
    }

    private void askAfter(Duration pause) {
        connection.loop().schedule(this::ask, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        if (!result.isDone()) {
            connection.connect().whenComplete((answered, failure) -> {
                if (failure == null) {
                    result.complete(null);
                } else if (connection.nanoTime() - deadline >= 0) {
                    result.completeExceptionally(failure);
                } else {
                    askAfter(PAUSE);
                }
            });
        }
    }
}
