package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup.Upload;
import io.github.camelsmp.protocol.group.FileSystemGroup.UploadResponse;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The chunks of a file. One that does not begin where the file on the device ends is refused, and does no harm: the
 * refusal tells where that is, and a server that closes the file then opens it again for the next one (protocol.md 6.8).
 */
final class FileChunks implements ChunkSource<UploadResponse> {

    private static final int FILE_WRITE_FAILED = 10;
    private static final int FILE_OFFSET_NOT_VALID = 11;
    private static final int UNKNOWN = 1;

    private final SmpAddress address;
    private final String name;
    private final FileContent content;

    FileChunks(SmpAddress address, String name, FileContent content) {
        this.address = address;
        this.name = name;
        this.content = content;
    }

    @Override
    public long length() {
        return content.length();
    }

    /** A chunk in vain makes a device close the file, so what goes well is found out from below. */
    @Override
    public WindowSize window(SmpChannel channel) {
        return WindowSize.fromBelow(channel);
    }

    @Override
    public int largestWindow(SmpChannel channel, int message) {
        return channel.largestWindow(message);
    }

    @Override
    public Next<UploadResponse> at(long offset, int largestMessage) {
        int room = Upload.room(name, offset, length(), largestMessage);
        if (room < 1) {
            throw new SmpTransportException(
                    address.toString(), "messages of " + largestMessage + " bytes have no room for a piece of " + name);
        }
        Upload next = Upload.of(name, offset, length(), content.read(offset, room), largestMessage);
        return new Next<>(next, next.end(), next.isLast());
    }

    @Override
    public Standing standing(UploadResponse answer) {
        return standing(answer.offset());
    }

    private static Standing standing(long offset) {
        return new Standing(offset, Optional.empty());
    }

    @Override
    public Optional<Standing> standing(RuntimeException refusal) {
        OptionalLong there = isWrongOffset(refusal)
                ? ((SmpErrorException) refusal).payload().optionalSize("len")
                : OptionalLong.empty();
        return there.isPresent() ? Optional.of(standing(there.getAsLong())) : Optional.empty();
    }

    /** A server that was asked in version 1 has no number for it, and no length beside it (protocol.md 3). */
    static boolean isWrongOffset(RuntimeException failure) {
        return failure instanceof SmpErrorException refusal
                && (refusal.group() == FileSystemGroup.ID && refusal.code() == FILE_OFFSET_NOT_VALID
                        || refusal.group() == SmpError.NO_GROUP && refusal.code() == UNKNOWN);
    }

    static boolean isWriteFailed(RuntimeException failure) {
        return failure instanceof SmpErrorException refusal
                && refusal.group() == FileSystemGroup.ID
                && refusal.code() == FILE_WRITE_FAILED;
    }
}
