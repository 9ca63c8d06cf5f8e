package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Group 0, the operating system (protocol.md 6.0). Every call fails with an {@link
 * io.github.camelsmp.protocol.SmpErrorException} where the device refuses, and with a timeout or transport exception
 * where it cannot be reached.
 */
public final class OsCalls {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final SmpChannel channel;

    /** Sends on this channel. */
    public OsCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** The text as the device sends it back. */
    public CompletableFuture<String> echo(String text) {
        return channel.send(new OsGroup.Echo(text)).thenApply(OsGroup.EchoResponse::text);
    }

    /** Threads and their stacks. */
    public CompletableFuture<List<OsGroup.Task>> taskStatistics() {
        return channel.send(new OsGroup.TaskStatistics()).thenApply(OsGroup.TaskStatisticsResponse::tasks);
    }

    /** Memory pools; few servers know them. */
    public CompletableFuture<List<OsGroup.MemoryPool>> memoryPools() {
        return channel.send(new OsGroup.MemoryPools()).thenApply(OsGroup.MemoryPoolsResponse::pools);
    }

    /** The device's clock, {@code yyyy-MM-ddTHH:mm:ss} and perhaps a fraction, without a zone. */
    public CompletableFuture<String> dateTime() {
        return channel.send(new OsGroup.DateTimeRead()).thenApply(OsGroup.DateTimeReadResponse::text);
    }

    /** Sets the device's clock, which knows no zone, to the second. */
    public CompletableFuture<Void> setDateTime(LocalDateTime time) {
        return Calls.done(channel.send(new OsGroup.DateTimeWrite(SECONDS.format(time))));
    }

    /** Restarts the device shortly after its answer. The line is closed; the next request opens it anew. */
    public CompletableFuture<Void> reset() {
        return reset(false, 0);
    }

    /**
     * Restarts the device shortly after its answer. The line is closed; the next request opens it anew.
     *
     * @param force whether an application that refuses is overruled
     * @param bootMode 0 for the application, 1 for the bootloader's recovery, others as the device defines
     */
    public CompletableFuture<Void> reset(boolean force, int bootMode) {
        return channel.send(new OsGroup.Reset(force, bootMode)).thenCompose(accepted -> channel.awaitReset());
    }

    /** The buffers of the device. */
    public CompletableFuture<McumgrParameters> parameters() {
        return channel.send(new OsGroup.Parameters()).thenApply(OsGroup.ParametersResponse::parameters);
    }

    /**
     * What runs on the device.
     *
     * @param format which fields: s kernel, n node, r release, v version, b build time, m machine, p processor, i
     *     board, o operating system, a all; empty leaves the choice to the device (s)
     */
    public CompletableFuture<String> applicationInfo(String format) {
        return channel.send(new OsGroup.ApplicationInfo(format)).thenApply(OsGroup.ApplicationInfoResponse::output);
    }

    /**
     * What the device says of its bootloader.
     *
     * @param query {@code mode}, {@code active_b0_slot}, or empty for its name
     */
    public CompletableFuture<OsGroup.BootloaderInfoResponse> bootloaderInfo(String query) {
        return channel.send(new OsGroup.BootloaderInfo(query));
    }
}
