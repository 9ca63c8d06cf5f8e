package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ZephyrBasicGroup;
import java.util.concurrent.CompletableFuture;

/** Group 63, Zephyr basic management (protocol.md 6.63). */
public final class ZephyrBasicCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public ZephyrBasicCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** Erases the partition that holds settings and other data of the application. */
    public CompletableFuture<Void> eraseStorage() {
        return Calls.done(channel.send(new ZephyrBasicGroup.EraseStorage()));
    }
}
