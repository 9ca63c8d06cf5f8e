package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.SmpErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The counters of several groups. A group that the device refuses, as it does where its buffers are small, keeps nobody
 * from the others.
 */
final class StatisticsReading {

    private final SmpClient device;
    private final Map<String, Map<String, Number>> counters = new LinkedHashMap<>();
    private final List<SmpErrorException> refusals = new ArrayList<>();

    StatisticsReading(SmpClient device) {
        this.device = device;
    }

    /** By group. */
    Map<String, Map<String, Number>> counters() {
        return counters;
    }

    /** What the device did not want to say. */
    List<SmpErrorException> refusals() {
        return refusals;
    }

    /** Reads one group, which has to be there. */
    CompletableFuture<StatisticsReading> one(String group) {
        return device.statistics().read(group).thenApply(fields -> {
            counters.put(group, fields);
            return this;
        });
    }

    /** Reads all groups, one after another. */
    CompletableFuture<StatisticsReading> all() {
        return device.statistics().groups().thenCompose(groups -> {
            CompletableFuture<StatisticsReading> chain = CompletableFuture.completedFuture(this);
            for (String group : groups) {
                chain = chain.thenCompose(read -> one(group).exceptionally(this::refused));
            }
            return chain;
        });
    }

    private StatisticsReading refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SmpErrorException refusal) {
            refusals.add(refusal);
            return this;
        }
        throw new CompletionException(cause);
    }
}
