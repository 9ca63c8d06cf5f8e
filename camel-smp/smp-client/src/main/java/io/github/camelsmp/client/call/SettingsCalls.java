package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.SettingsGroup;
import java.util.concurrent.CompletableFuture;

/** Group 3, settings (protocol.md 6.3). Values are bytes; what they mean only the application knows. */
public final class SettingsCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public SettingsCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /**
     * The value of a setting.
     *
     * @param name e.g. {@code app/interval}; usually at most 31 bytes
     */
    public CompletableFuture<byte[]> read(String name) {
        return channel.send(new SettingsGroup.Read(name)).thenApply(SettingsGroup.ReadResponse::value);
    }

    /** Changes a setting until the next reset; {@link #save()} keeps it. */
    public CompletableFuture<Void> write(String name, byte[] value) {
        return Calls.done(channel.send(new SettingsGroup.Write(name, value)));
    }

    /** Removes a setting from storage. */
    public CompletableFuture<Void> delete(String name) {
        return Calls.done(channel.send(new SettingsGroup.Delete(name)));
    }

    /** Makes what was written take effect. */
    public CompletableFuture<Void> commit() {
        return Calls.done(channel.send(new SettingsGroup.Commit()));
    }

    /** Reads all settings from storage. */
    public CompletableFuture<Void> load() {
        return Calls.done(channel.send(new SettingsGroup.Load()));
    }

    /** Writes all settings to storage. */
    public CompletableFuture<Void> save() {
        return Calls.done(channel.send(new SettingsGroup.Save()));
    }

    /** Writes a subtree of the settings to storage; all but the newest servers write everything. */
    public CompletableFuture<Void> save(String subtree) {
        return Calls.done(channel.send(new SettingsGroup.Save(subtree)));
    }
}
