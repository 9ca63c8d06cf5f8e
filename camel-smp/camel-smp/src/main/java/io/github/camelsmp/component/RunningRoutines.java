package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.Routine;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The long operations of one producer, which end when it is stopped by force. */
final class RunningRoutines {

    private final Set<Routine<?>> running = ConcurrentHashMap.newKeySet();

    <R> CompletableFuture<R> start(Routine<R> routine) {
        running.add(routine);
        return routine.start().whenComplete((result, failure) -> running.remove(routine));
    }

    /** The devices are left so that the next attempt goes on where this one stopped. */
    void cancelAll() {
        running.forEach(Routine::cancel);
    }
}
