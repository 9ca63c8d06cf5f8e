package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpProtocolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A routine whose every step runs on the loop of its connection, so that its state needs no lock. */
abstract class LoopRoutine<R> implements Routine<R> {

    final SmpChannel channel;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();

    LoopRoutine(SmpChannel channel) {
        this.channel = channel;
    }

    @Override
    public final CompletableFuture<R> start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a routine is started once");
        }
        result.whenComplete((done, failure) -> channel.loop().execute(this::end));
        channel.loop().execute(() -> step(this::begin));
        return result;
    }

    @Override
    public final void cancel() {
        result.cancel(false);
    }

    /** The first step. */
    abstract void begin();

    /** The routine is over, well or not; nothing may be sent any more. */
    void end() {}

    final boolean isOver() {
        return result.isDone();
    }

    final void finish(R value) {
        result.complete(value);
    }

    final void fail(Throwable failure) {
        result.completeExceptionally(failure);
    }

    /** Goes on with one of two steps when the future completes, unless the routine is over by then. */
    final <T> void when(CompletableFuture<T> future, Consumer<T> then, Consumer<RuntimeException> otherwise) {
        future.whenComplete((value, failure) -> step(() -> {
            if (failure == null) {
                then.accept(value);
            } else {
                otherwise.accept(cause(failure));
            }
        }));
    }

    /** Goes on with a step after a pause, unless the routine is over by then. */
    final void after(Duration pause, Runnable then) {
        channel.loop().schedule(() -> step(then), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void step(Runnable action) {
        if (isOver()) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            // whoever waits for the routine waits for nobody else; a sink may well run out of memory
            fail(e);
        }
    }

    /** Whether a request failed because the line turned out to take smaller ones only since it was made. */
    final boolean isOutgrown(RuntimeException failure, int largestMessage) {
        return failure instanceof SmpProtocolException && channel.largestMessage() < largestMessage;
    }

    final SmpProtocolException fault(String what) {
        return new SmpProtocolException(channel.address().toString(), what, null);
    }

    private static RuntimeException cause(Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return cause(wrapped.getCause());
        }
        return failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }
}
