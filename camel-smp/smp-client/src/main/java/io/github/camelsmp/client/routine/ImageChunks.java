package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ImageGroup.Upload;
import io.github.camelsmp.protocol.group.ImageGroup.UploadResponse;
import java.util.Optional;

/** The chunks of an image behind the first. Whatever they are answered with, it is the offset the device wants. */
record ImageChunks(FirmwareImage firmware) implements ChunkSource<UploadResponse> {

    @Override
    public long length() {
        return firmware.length();
    }

    @Override
    public WindowSize window(SmpChannel channel) {
        return WindowSize.on(channel);
    }

    /** Where a message is too many for the device, it asks for it again, and the window learns. */
    @Override
    public int largestWindow(SmpChannel channel, int message) {
        return channel.largestWindow();
    }

    @Override
    public Next<UploadResponse> at(long offset, int largestMessage) {
        Upload next = Upload.following(firmware.content(), offset, largestMessage);
        return new Next<>(next, next.end(), next.isLast());
    }

    @Override
    public Standing standing(UploadResponse answer) {
        return new Standing(answer.offset(), answer.match());
    }

    @Override
    public Optional<Standing> standing(RuntimeException refusal) {
        return Optional.empty();
    }
}
