package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.LogGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Group 4, the logs of Mynewt devices (protocol.md 6.4). */
public final class LogCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public LogCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** The names of the logs. */
    public CompletableFuture<List<String>> names() {
        return channel.send(new LogGroup.Logs()).thenApply(LogGroup.LogsResponse::names);
    }

    /** Entries, as many as fit an answer; the answer tells where to go on. */
    public CompletableFuture<LogGroup.ShowResponse> show(LogGroup.Show which) {
        return channel.send(which);
    }

    /** Empties the logs. */
    public CompletableFuture<Void> clear() {
        return Calls.done(channel.send(new LogGroup.Clear()));
    }

    /** Adds an entry with the keys the device expects. */
    public CompletableFuture<Void> append(CborMap entry) {
        return Calls.done(channel.send(new LogGroup.Append(entry)));
    }

    /** The numbers of the modules, by their names. */
    public CompletableFuture<Map<String, Integer>> modules() {
        return channel.send(new LogGroup.Modules()).thenApply(LogGroup.ModulesResponse::modules);
    }

    /** The numbers of the levels, by their names. */
    public CompletableFuture<Map<String, Integer>> levels() {
        return channel.send(new LogGroup.Levels()).thenApply(LogGroup.LevelsResponse::levels);
    }
}
