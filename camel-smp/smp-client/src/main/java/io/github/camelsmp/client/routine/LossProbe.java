package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out whether a request that may take tens of seconds is worked on or was lost. Servers execute requests in the
 * order of their arrival (protocol.md 13.2), so the answer to a question that was put later, whatever it says, means
 * that the request, or its answer, is gone.
 */
final class LossProbe {

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;

    LossProbe(LoopRoutine<?> routine) {
        this.routine = routine;
        this.channel = routine.channel;
    }

    /**
     * Looks after a request that was just sent. There are as many questions as the device has buffers for, should it be
     * at work: none where it has no buffer to spare.
     *
     * @param soonest when to ask first; the other questions are {@code requestTimeout} apart
     * @param lost runs once if the request was lost
     */
    void watch(CompletableFuture<?> answer, Duration soonest, Runnable lost) {
        askLater(answer, soonest, lost, 1);
    }

    private void askLater(CompletableFuture<?> answer, Duration pause, Runnable lost, int outstanding) {
        routine.after(pause, () -> {
            if (!answer.isDone() && outstanding < channel.largestWindow()) {
                ask(answer, lost);
                askLater(answer, channel.options().requestTimeout(), lost, outstanding + 1);
            }
        });
    }

    private void ask(CompletableFuture<?> answer, Runnable lost) {
        Attempts once = Attempts.once(channel.options().eraseTimeout());
        Runnable answered = () -> {
            if (!answer.isDone()) {
                lost.run();
            }
        };
        routine.when(channel.send(new OsGroup.Parameters(), once), parameters -> answered.run(), failure -> {
            if (failure instanceof SmpErrorException) {
                answered.run();
            }
        });
    }
}
