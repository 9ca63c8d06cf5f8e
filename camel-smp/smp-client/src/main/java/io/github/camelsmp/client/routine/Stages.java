package io.github.camelsmp.client.routine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Runs the stages of an upgrade, tells of each, and keeps the time. */
final class Stages {

    private final LongSupplier nanoTime;
    private final UpgradeListener listener;
    private final BooleanSupplier over;
    private final long started;
    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private UpgradeStage current = UpgradeStage.INSPECT;

    /** @param over whether no further stage may begin */
    Stages(LongSupplier nanoTime, UpgradeListener listener, BooleanSupplier over) {
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.over = over;
        this.started = nanoTime.getAsLong();
    }

    <T> CompletableFuture<T> run(UpgradeStage stage, Supplier<CompletableFuture<T>> work) {
        if (over.getAsBoolean()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        current = stage;
        listener.stage(stage.label(), false);
        long begin = nanoTime.getAsLong();
        CompletableFuture<T> outcome = begun(work);
        return outcome.whenComplete((value, failure) -> {
            durations.merge(stage.label(), Duration.ofNanos(nanoTime.getAsLong() - begin), Duration::plus);
            listener.stage(stage.label(), true);
        });
    }

    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The stage that runs, or ran last. */
    UpgradeStage current() {
        return current;
    }

    /** How long each stage took, by its name. */
    Map<String, Duration> durations() {
        return new LinkedHashMap<>(durations);
    }

    /** Since the first stage could begin. */
    Duration total() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }
}
