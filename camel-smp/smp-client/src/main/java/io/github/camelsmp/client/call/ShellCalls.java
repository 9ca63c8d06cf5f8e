package io.github.camelsmp.client.call;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.ShellGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Group 9, the shell (protocol.md 6.9). Nothing is sent twice. */
public final class ShellCalls {

    private final SmpChannel channel;

    /** Sends on this channel. */
    public ShellCalls(SmpChannel channel) {
        this.channel = channel;
    }

    /**
     * Executes a line as it would be typed.
     *
     * @return what was printed and returned; a command that fails is no failure of the call
     */
    public CompletableFuture<ShellGroup.ExecuteResponse> execute(String line) {
        return channel.send(new ShellGroup.Execute(line));
    }

    /** Executes a command with arguments; one that holds blanks has to bring its quotes. */
    public CompletableFuture<ShellGroup.ExecuteResponse> execute(List<String> arguments) {
        return channel.send(new ShellGroup.Execute(arguments));
    }
}
