package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks a device for its own hash of a file, in the kind it prefers, and compares (protocol.md 6.8). */
final class FileCheck {

    private static final String OF_ANY_KIND = "";

    private final SmpChannel channel;
    private final String name;

    FileCheck(SmpChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Whether the whole file is the one that passed; empty if the device cannot tell. */
    private CompletableFuture<Optional<Boolean>> whole(FileDigest passed) {
        return compare(new FileSystemGroup.Hash(name, OF_ANY_KIND), passed);
    }

    /** Whether the file begins with what has passed; empty if the device cannot tell. */
    CompletableFuture<Optional<Boolean>> beginning(FileDigest passed) {
        return compare(new FileSystemGroup.Hash(name, OF_ANY_KIND, 0, passed.length()), passed);
    }

    private CompletableFuture<Optional<Boolean>> compare(FileSystemGroup.Hash question, FileDigest passed) {
        return Refused.instead(channel.send(question).thenApply(passed::agreesWith), refusal -> Optional.empty());
    }

    /** Closes the file and compares all of it, if that is wanted and there is anything to compare. */
    CompletableFuture<Optional<Boolean>> closed(FileDigest passed, boolean verify) {
        return close().thenCompose(closed ->
                verify && passed.length() > 0 ? whole(passed) : CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Makes the device close the file, so that its last bytes reach storage; older ones do so in their own time. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> closed =
                channel.send(new FileSystemGroup.Close()).thenAccept(answer -> {});
        return Refused.instead(closed, refusal -> null);
    }
}
