package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.client.routine.VendorUpload;
import io.github.camelsmp.protocol.group.IntercreateGroup.Upload;
import io.github.camelsmp.protocol.group.IntercreateGroup.UploadResponse;
import java.util.concurrent.CompletableFuture;

/** Group 64 as Intercreate uses it: an upload beside that of group 1 (protocol.md 6.64). */
public final class IntercreateCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public IntercreateCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /**
     * Brings a file to the device.
     *
     * @param listener hears of every answer
     */
    public CompletableFuture<UploadResult> upload(FirmwareImage firmware, ProgressListener listener) {
        VendorUpload.Pieces pieces = (file, offset, largest) -> {
            Upload piece = offset == 0
                    ? Upload.first(file, firmware.sha256(), firmware.image(), largest)
                    : Upload.following(file, offset, largest);
            return new VendorUpload.Sent(piece.end(), channel.send(piece).thenApply(UploadResponse::offset));
        };
        return new VendorUpload(channel, firmware.content(), pieces, listener).start();
    }
}
