package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.MemfaultGroup;
import java.util.concurrent.CompletableFuture;

/** Group 128, what Memfault wants to know of nRF Connect SDK devices (protocol.md 6.128). */
public final class MemfaultCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public MemfaultCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** What the device is. */
    public CompletableFuture<MemfaultGroup.DeviceInfoResponse> deviceInfo() {
        return channel.send(new MemfaultGroup.DeviceInfo());
    }

    /** The key of the project its data goes to. */
    public CompletableFuture<String> projectKey() {
        return channel.send(new MemfaultGroup.ProjectKey()).thenApply(MemfaultGroup.ProjectKeyResponse::projectKey);
    }
}
