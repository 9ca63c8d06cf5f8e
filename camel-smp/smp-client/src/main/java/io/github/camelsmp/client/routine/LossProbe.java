package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out whether a request that may take tens of seconds is worked on or was lost. Servers execute requests in the
 * order of their arrival (protocol.md 13.2), so the answer to a question that was put later, whatever it says, means
 * that the request, or its answer, is gone.
 */
final class LossProbe {

    /** What is lost so often in one transfer is not lost by chance; from then on requests are left to their deadlines. */
    private static final int MOST_LOSSES = 24;

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private int losses;

    LossProbe(LoopRoutine<?> routine) {
        this.routine = routine;
        this.channel = routine.channel;
    }

    /** Looks after a request that was just sent, as soon as an answer that takes no work would be here. */
    void watch(CompletableFuture<?> answer, Runnable lost) {
        watch(answer, RetransmissionTimer.firstWait(channel.roundTrip(), requestTimeout()), lost);
    }

    /**
     * Looks after a request that was just sent. There are as many questions at a time as the device has buffers for,
     * should it be at work, and none where it has no buffer to spare. All of them may be lost, so the oldest one makes
     * room for another.
     *
     * @param soonest when to ask first; each further question waits twice as long, up to {@code requestTimeout}
     * @param lost runs once if the request was lost
     */
    void watch(CompletableFuture<?> answer, Duration soonest, Runnable lost) {
        Watch watch = new Watch(answer, lost);
        answer.whenComplete((response, failure) -> watch.end());
        watch.askAfter(soonest);
    }

    private Duration requestTimeout() {
        return channel.options().requestTimeout();
    }

    /** One request that is looked after. */
    private final class Watch {
        private final CompletableFuture<?> answer;
        private final Runnable lost;
        private final Deque<CompletableFuture<?>> questions = new ArrayDeque<>();

        private Watch(CompletableFuture<?> answer, Runnable lost) {
            this.answer = answer;
            this.lost = lost;
        }

        private void askAfter(Duration pause) {
            routine.after(pause, () -> {
                int most = channel.largestWindow() - 1;
                if (!answer.isDone() && most > 0 && losses < MOST_LOSSES) {
                    makeRoom(most);
                    ask();
                    Duration doubled = pause.multipliedBy(2);
                    askAfter(doubled.compareTo(requestTimeout()) < 0 ? doubled : requestTimeout());
                }
            });
        }

        private void makeRoom(int most) {
            while (questions.size() >= most) {
                questions.remove().cancel(false);
            }
        }

        private void ask() {
            Attempts once = Attempts.once(channel.options().eraseTimeout());
            CompletableFuture<?> question = channel.send(new OsGroup.Parameters(), once);
            questions.add(question);
            routine.when(question, parameters -> answered(), failure -> {
                if (failure instanceof SmpErrorException) {
                    answered();
                }
            });
        }

        private void answered() {
            if (!answer.isDone()) {
                end();
                losses++;
                lost.run();
            }
        }

        /** A question without an answer would go on taking the place of another request. */
        private void end() {
            questions.forEach(question -> question.cancel(false));
        }
    }
}
