package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.TransportGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 11, bridges from one transport of the device to another (protocol.md 6.11). */
public final class TransportCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public TransportCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /** Bridges this transport to another one. */
    public CompletableFuture<Void> connect(TransportGroup.Connect bridge) {
        return Calls.done(channel.send(bridge));
    }

    /** Ends bridges. */
    public CompletableFuture<Void> disconnect(TransportGroup.Disconnect bridges) {
        return Calls.done(channel.send(bridges));
    }

    /** Whether a transport is there and what it does. */
    public CompletableFuture<TransportGroup.StatusResponse> status(int transport) {
        return channel.send(new TransportGroup.Status(transport));
    }

    /** The transports of the device. */
    public CompletableFuture<List<TransportGroup.TransportEntry>> list() {
        return channel.send(new TransportGroup.ListTransports())
                .thenApply(TransportGroup.ListTransportsResponse::transports);
    }

    /** What a transport can be used for. */
    public CompletableFuture<List<TransportGroup.Mode>> modes(int transport) {
        return channel.send(new TransportGroup.ListModes(transport)).thenApply(TransportGroup.ListModesResponse::modes);
    }

    /** What a mode wants to know before it can be used. */
    public CompletableFuture<List<TransportGroup.ModeParameter>> modeParameters(int transport, int mode) {
        return channel.send(new TransportGroup.ModeParameters(transport, mode))
                .thenApply(TransportGroup.ModeParametersResponse::parameters);
    }
}
