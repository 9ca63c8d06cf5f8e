package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** Finds out how much of a file the device has from an upload that was cut off (protocol.md 6.8). */
final class FileBeginning {

    private final LoopRoutine<?> routine;
    private final String name;
    private final FileContent content;
    private final FileCheck check;

    FileBeginning(LoopRoutine<?> routine, String name, FileContent content, FileCheck check) {
        this.routine = routine;
        this.name = name;
        this.content = content;
        this.check = check;
    }

    /** Tells the offset up to which the device can show by a hash that it has the file; 0 for all others. */
    void find(LongConsumer found) {
        routine.when(
                lengthOnDevice(),
                there -> {
                    if (there > 0 && there <= content.length()) {
                        content.digestUpTo(there, () -> compare(found));
                    } else {
                        found.accept(0);
                    }
                },
                routine::fail);
    }

    private void compare(LongConsumer found) {
        routine.when(
                check.beginning(content.digest()),
                same -> found.accept(same.orElse(false) ? content.digest().length() : 0),
                routine::fail);
    }

    /** How long the file is there; 0 if there is none. */
    CompletableFuture<Long> lengthOnDevice() {
        CompletableFuture<Long> answer = routine.channel
                .send(new FileSystemGroup.Status(name))
                .thenApply(FileSystemGroup.StatusResponse::length);
        return Refused.instead(answer, refusal -> 0L);
    }
}
