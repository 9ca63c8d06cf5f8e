package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.SuitGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 66, SUIT manifests of nRF54H20 devices (protocol.md 6.66). */
public final class SuitCalls {

    private final SmpChannel channel;

    public SuitCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** The roles of the manifests the device knows. */
    public CompletableFuture<List<Integer>> roles() {
        return channel.send(new SuitGroup.ManifestList()).thenApply(SuitGroup.ManifestListResponse::roles);
    }

    /** What the device says of the manifest of a role. */
    public CompletableFuture<SuitGroup.ManifestStateResponse> manifest(int role) {
        return channel.send(new SuitGroup.ManifestState(role));
    }

    /** Which image an installation waits for, if it does. */
    public CompletableFuture<SuitGroup.MissingImagePollResponse> missingImage() {
        return channel.send(new SuitGroup.MissingImagePoll());
    }

    /** Starts what was uploaded with its installation deferred. */
    public CompletableFuture<Void> beginInstall() {
        return Calls.done(channel.send(SuitGroup.EnvelopeUpload.beginInstall()));
    }

    /** Throws away what was uploaded. */
    public CompletableFuture<Void> cleanUp() {
        return Calls.done(channel.send(new SuitGroup.CleanUp()));
    }
}
