package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;

/**
 * Waits after a failure in the middle of a transfer and connects again, or says that it is the end (protocol.md 13.4).
 * The connection has repeated what could be repeated by then. Several requests fail together where several are in
 * flight; that is one setback.
 */
final class Setbacks {

    private static final int NO_MEMORY = 2;
    private static final int CORRUPT = 9;
    private static final int BUSY = 10;
    private static final int MOST_DOUBLINGS = 16;

    private final LoopRoutine<?> routine;
    private final SmpChannel channel;
    private final Duration longestOutage;
    private final TransferTally tally;
    private boolean pausing;
    private int attemptsInOutage;
    private long outageStarted;

    Setbacks(LoopRoutine<?> routine, Duration longestOutage, TransferTally tally) {
        this.routine = routine;
        this.channel = routine.channel;
        this.longestOutage = longestOutage;
        this.tally = tally;
    }

    /** The transfer got on. */
    void over() {
        attemptsInOutage = 0;
    }

    /**
     * Goes on in a while, when the line is there.
     *
     * @throws RuntimeException the failure itself, if there is no going on
     */
    void pauseAfter(RuntimeException failure, Runnable goOn) {
        if (pausing) {
            return;
        }
        Duration pause = lengthOfPause(failure);
        pausing = true;
        routine.after(pause, () -> {
            pausing = false;
            routine.when(channel.connect(), connected -> goOn.run(), again -> pauseAfter(again, goOn));
        });
    }

    private Duration lengthOfPause(RuntimeException failure) {
        if (failure instanceof SmpTransportException) {
            return pauseInOutage(failure);
        }
        if (failure instanceof SmpTimeoutException) {
            return attemptsInOutage > 0 ? pauseInOutage(failure) : noPauseInSilence(failure);
        }
        if (failure instanceof SmpErrorException refusal && isPassing(refusal)) {
            return pauseBefore(tally.failed(failure));
        }
        throw failure;
    }

    /**
     * Where there is no line to break, as over UDP, silence is all that is heard of an outage, and of a station or a device
     * with too much to do. Waiting for the answer was the pause.
     */
    private Duration noPauseInSilence(RuntimeException failure) {
        tally.failed(failure);
        return Duration.ZERO;
    }

    private Duration pauseInOutage(RuntimeException failure) {
        if (attemptsInOutage == 0) {
            outageStarted = channel.nanoTime();
        } else if (channel.nanoTime() - outageStarted > longestOutage.toNanos()) {
            throw failure;
        }
        attemptsInOutage++;
        return pauseBefore(attemptsInOutage);
    }

    /** Whether the device had no buffer left for a request (protocol.md 13.2). */
    static boolean isWantOfMemory(RuntimeException failure) {
        return failure instanceof SmpErrorException refusal
                && refusal.group() == SmpError.NO_GROUP
                && refusal.code() == NO_MEMORY;
    }

    private static boolean isPassing(SmpErrorException refusal) {
        int code = refusal.code();
        return refusal.group() == SmpError.NO_GROUP && (code == NO_MEMORY || code == CORRUPT || code == BUSY);
    }

    private Duration pauseBefore(int attempt) {
        Duration pause = channel.options().reconnectDelay().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration longest = channel.options().maxReconnectDelay();
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
