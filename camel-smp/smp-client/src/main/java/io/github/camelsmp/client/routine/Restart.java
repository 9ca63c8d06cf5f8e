package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One reset of a device and the time until it is back (protocol.md 18.2, steps 7 and 8). */
final class Restart {

    private static final Duration PAUSE_BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration RESET_LOST_AFTER = Duration.ofSeconds(5);

    /** As many in a row are lost on lines on which nothing else gets through either. */
    private static final int MOST_RESETS = 6;

    private final SmpChannel channel;
    private final OsGroup.Reset reset;
    private final Duration timeout;
    private final BooleanSupplier over;
    private final CompletableFuture<Arrival> back = new CompletableFuture<>();
    private final Onlooker onlooker;
    private Sighting before;
    private RebootWatch watch;
    private boolean recoveryInvolved;
    private boolean accepted;
    private int resets;
    private long lastReset;
    private boolean oldFirmwareSeen;
    private boolean parametersKnown;
    private Duration patience = SHORTEST_PATIENCE;
    private long deadline;

    /**
     * @param timeout from the reset until the device has to be back
     * @param over whether nobody waits any more
     */
    Restart(SmpChannel channel, OsGroup.Reset reset, Duration timeout, BooleanSupplier over) {
        this.channel = channel;
        this.reset = reset;
        this.timeout = timeout;
        this.over = over;
        this.onlooker = new Onlooker(channel);
    }

    /**
     * Resets the device. A lost answer is no failure, a refusal is.
     *
     * @param expected what should run afterwards; may be empty
     */
    CompletableFuture<Void> reset(List<FirmwareImage> expected, BootStrategy strategy) {
        recoveryInvolved = reset.bootMode() != 0 || strategy == BootStrategy.RECOVERY;
        return look(onlooker.patiently()).thenCompose(sighting -> {
            before = sighting;
            watch = new RebootWatch(before, expected, strategy, channel::nanoTime);
            parametersKnown = channel.parameters().isPresent();
            return sendReset();
        });
    }

    private CompletableFuture<Sighting> look(Attempts attempts) {
        return recoveryInvolved ? onlooker.look(attempts) : onlooker.glance(attempts);
    }

    private CompletableFuture<Void> sendReset() {
        resets++;
        return channel.send(reset, Attempts.once(channel.options().requestTimeout()))
                .handle((answer, failure) -> {
                    lastReset = channel.nanoTime();
                    if (Refused.cause(failure) instanceof SmpErrorException refusal) {
                        throw refusal;
                    }
                    accepted = failure == null;
                    return accepted;
                })
                .thenCompose(sent -> channel.awaitReset());
    }

    /** Waits until the device has restarted; what answered before and what does then. */
    CompletableFuture<Arrival> awaitReturn() {
        deadline = channel.nanoTime() + timeout.toNanos();
        askLater();
        return back;
    }

    private void askLater() {
        channel.loop().schedule(this::ask, PAUSE_BETWEEN_QUESTIONS.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void ask() {
        if (over.getAsBoolean()) {
            back.cancel(false);
            return;
        }
        look(Attempts.once(patience)).whenComplete((now, failure) -> {
            if (failure == null) {
                answered(now);
            } else {
                silent(failure);
            }
        });
    }

    private void answered(Sighting now) {
        if (watch.hasRestarted(now)) {
            returned(now);
            return;
        }
        oldFirmwareSeen = true;
        if (channel.nanoTime() > deadline) {
            back.completeExceptionally(new Refusal("the device answers as before the reset even " + timeout.toSeconds()
                    + " s later; it has not restarted"));
        } else if (resetWasLost()) {
            sendReset().whenComplete((done, failure) -> askLater());
        } else {
            askLater();
        }
    }

    /** An answer that is lost tells nothing, so the device is given time to go down before it is told once more. */
    private boolean resetWasLost() {
        Duration unanswered = Duration.ofNanos(channel.nanoTime() - lastReset);
        boolean overdue = unanswered.compareTo(RESET_LOST_AFTER) > 0 && watch.isStillThere(RESET_LOST_AFTER);
        return !accepted && resets < MOST_RESETS && overdue;
    }

    private void silent(Throwable failure) {
        watch.silence();
        patience = longer(patience);
        if (channel.nanoTime() > deadline) {
            back.completeExceptionally(new Refusal(
                    "the device is not back " + timeout.toSeconds() + " s after its reset", Refused.cause(failure)));
        } else {
            askLater();
        }
    }

    private Duration longer(Duration time) {
        Duration doubled = time.multipliedBy(2);
        Duration longest = channel.options().requestTimeout();
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** What the line knows of the buffers is that of the old firmware, or nothing, if it was opened too early. */
    private void returned(Sighting now) {
        boolean openedTooEarly =
                oldFirmwareSeen || parametersKnown && channel.parameters().isEmpty();
        CompletableFuture<Void> ready = openedTooEarly ? channel.letGo() : CompletableFuture.completedFuture(null);
        ready.whenComplete((done, failure) -> back.complete(new Arrival(before, now)));
    }
}
