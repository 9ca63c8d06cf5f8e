package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 10, which groups the device knows (protocol.md 6.10). */
public final class EnumerationCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public EnumerationCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** How many groups there are. */
    public CompletableFuture<Integer> count() {
        return channel.send(new EnumerationGroup.Count()).thenApply(EnumerationGroup.CountResponse::count);
    }

    /** Their ids, in no order. */
    public CompletableFuture<List<Integer>> list() {
        return channel.send(new EnumerationGroup.ListGroups()).thenApply(EnumerationGroup.ListGroupsResponse::groups);
    }

    /** One of them. */
    public CompletableFuture<EnumerationGroup.SingleResponse> single(int index) {
        return channel.send(new EnumerationGroup.Single(index));
    }

    /** Names and more of all groups. */
    public CompletableFuture<List<EnumerationGroup.GroupDetails>> details() {
        return channel.send(new EnumerationGroup.Details()).thenApply(EnumerationGroup.DetailsResponse::groups);
    }
}
