package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.client.routine.VendorUpload;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.SuitGroup;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 66, SUIT manifests of nRF54H20 devices (protocol.md 6.66). */
public final class SuitCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
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

    /**
     * Brings an envelope to the device, which installs it.
     *
     * @param deferInstall whether installation waits for {@link #beginInstall}
     * @param listener hears of every answer
     */
    public CompletableFuture<UploadResult> uploadEnvelope(
            ByteBuffer envelope, boolean deferInstall, ProgressListener listener) {
        return upload(envelope, listener, (file, offset, largest) -> {
            SuitGroup.EnvelopeUpload piece = offset == 0
                    ? SuitGroup.EnvelopeUpload.first(file, deferInstall, largest)
                    : SuitGroup.EnvelopeUpload.following(file, offset, largest);
            return sent(piece.end(), piece);
        });
    }

    /**
     * Brings an image that an installation waits for to the device.
     *
     * @param sessionId of {@link #missingImage}
     */
    public CompletableFuture<UploadResult> uploadMissingImage(
            ByteBuffer image, long sessionId, ProgressListener listener) {
        return upload(image, listener, (file, offset, largest) -> {
            SuitGroup.MissingImageUpload piece = offset == 0
                    ? SuitGroup.MissingImageUpload.first(file, sessionId, largest)
                    : SuitGroup.MissingImageUpload.following(file, offset, largest);
            return sent(piece.end(), piece);
        });
    }

    /**
     * Brings a cache to the device.
     *
     * @param targetId of the partition it goes to
     */
    public CompletableFuture<UploadResult> uploadCache(ByteBuffer cache, int targetId, ProgressListener listener) {
        return upload(cache, listener, (file, offset, largest) -> {
            SuitGroup.CacheUpload piece = offset == 0
                    ? SuitGroup.CacheUpload.first(file, targetId, largest)
                    : SuitGroup.CacheUpload.following(file, offset, largest);
            return sent(piece.end(), piece);
        });
    }

    private CompletableFuture<UploadResult> upload(
            ByteBuffer file, ProgressListener listener, VendorUpload.Pieces pieces) {
        return new VendorUpload(channel, file, pieces, listener).start();
    }

    private VendorUpload.Sent sent(long end, SmpRequest<SuitGroup.UploadResponse> piece) {
        return new VendorUpload.Sent(end, channel.send(piece).thenApply(SuitGroup.UploadResponse::offset));
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
