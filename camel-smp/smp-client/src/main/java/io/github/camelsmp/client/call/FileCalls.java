package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.DownloadResult;
import io.github.camelsmp.client.routine.FileDownload;
import io.github.camelsmp.client.routine.FileSource;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.FileUpload;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 8, files (protocol.md 6.8). Names are absolute and begin with the mount point, e.g. {@code /lfs1/name}. */
public final class FileCalls {

    private static final ProgressListener NOBODY = (offset, length) -> {};

    private final SmpChannel channel;

    /** Sends on this channel. */
    public FileCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** Brings a small file here, and compares its hash where the device has one. */
    public CompletableFuture<byte[]> download(String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CompletableFuture<DownloadResult> download = download(name, content, FileTransferOptions.DEFAULT, NOBODY);
        CompletableFuture<byte[]> file = download.thenApply(done -> content.toByteArray());
        return Calls.cancelling(file, download);
    }

    /** Brings a file of any size here; see {@link FileDownload}. */
    public CompletableFuture<DownloadResult> download(
            String name, OutputStream sink, FileTransferOptions options, ProgressListener listener) {
        return new FileDownload(channel, name, sink, options, listener).start();
    }

    /** Brings a file to the device, and compares its hash where the device has one. */
    public CompletableFuture<UploadResult> upload(String name, byte[] content) {
        return upload(name, FileSource.of(content), FileTransferOptions.DEFAULT, NOBODY);
    }

    /** Brings a file of any size to the device; see {@link FileUpload}. */
    public CompletableFuture<UploadResult> upload(
            String name, FileSource source, FileTransferOptions options, ProgressListener listener) {
        return new FileUpload(channel, name, source, options, listener).start();
    }

    /** Bytes of a file. */
    public CompletableFuture<Long> length(String name) {
        return channel.send(new FileSystemGroup.Status(name)).thenApply(FileSystemGroup.StatusResponse::length);
    }

    /**
     * The hash or checksum of a whole file.
     *
     * @param type one of {@link #hashTypes}; empty for the device's first
     */
    public CompletableFuture<FileSystemGroup.HashResponse> hash(String name, String type) {
        return channel.send(new FileSystemGroup.Hash(name, type));
    }

    /**
     * The hash or checksum of a part of a file.
     *
     * @param type one of {@link #hashTypes}; empty for the device's first
     * @param length bytes of the part, or 0 for all up to the end
     */
    public CompletableFuture<FileSystemGroup.HashResponse> hash(String name, String type, long offset, long length) {
        return channel.send(new FileSystemGroup.Hash(name, type, offset, length));
    }

    /** The hashes and checksums the device can compute. */
    public CompletableFuture<List<FileSystemGroup.HashType>> hashTypes() {
        return channel.send(new FileSystemGroup.HashTypes()).thenApply(FileSystemGroup.HashTypesResponse::types);
    }

    /** Makes the device close the file it keeps open between pieces. */
    public CompletableFuture<Void> close() {
        return Calls.done(channel.send(new FileSystemGroup.Close()));
    }
}
