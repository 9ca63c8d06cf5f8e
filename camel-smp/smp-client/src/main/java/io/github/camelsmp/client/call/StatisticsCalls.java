package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Group 2, statistics (protocol.md 6.2). */
public final class StatisticsCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public StatisticsCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** The names of the groups of statistics. */
    public CompletableFuture<List<String>> groups() {
        return channel.send(new StatisticsGroup.ListGroups()).thenApply(StatisticsGroup.ListGroupsResponse::names);
    }

    /** The counters of a group; they are called {@code s0}, {@code s1}, ... where the device was built without names. */
    public CompletableFuture<Map<String, Number>> read(String group) {
        return channel.send(new StatisticsGroup.Show(group)).thenApply(StatisticsGroup.ShowResponse::fields);
    }

    /** The counters of all groups, by the name of the group. */
    public CompletableFuture<Map<String, Map<String, Number>>> readAll() {
        return groups().thenCompose(this::read);
    }

    private CompletableFuture<Map<String, Map<String, Number>>> read(List<String> groups) {
        Map<String, Map<String, Number>> all = new LinkedHashMap<>();
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (String group : groups) {
            chain = chain.thenCompose(done -> read(group)).thenAccept(fields -> all.put(group, fields));
        }
        return chain.thenApply(done -> all);
    }
}
