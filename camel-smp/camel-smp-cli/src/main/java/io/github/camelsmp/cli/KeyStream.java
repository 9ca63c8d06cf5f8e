package io.github.camelsmp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Carries what is typed to where it belongs, on a thread of its own, since nothing ends a read. */
final class KeyStream {

    private static final int CHUNK = 1024;

    private final InputStream keys;
    private final OptionalInt last;
    private final Action action;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** What is done with keys. */
    @FunctionalInterface
    interface Action {

        /** @throws ExecutionException if no other key makes sense */
        void accept(byte[] keys) throws ExecutionException, InterruptedException;
    }

    /** @param last the byte behind which nothing is carried, if there is one */
    KeyStream(InputStream keys, OptionalInt last, Action action) {
        this.keys = keys;
        this.last = last;
        this.action = action;
    }

    /** Ends with the input, with the last key, or with the first failure. */
    CompletableFuture<Void> start() {
        Thread thread = new Thread(this::carry, "smp-keys");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private void carry() {
        byte[] chunk = new byte[CHUNK];
        try {
            boolean more = true;
            while (more && !end.isDone()) {
                int length = keys.read(chunk);
                int mine = Math.max(0, beforeLast(chunk, length));
                if (mine > 0) {
                    action.accept(Arrays.copyOf(chunk, mine));
                }
                more = mine == length;
            }
            end.complete(null);
        } catch (ExecutionException e) {
            end.completeExceptionally(e.getCause());
        } catch (InterruptedException | IOException | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private int beforeLast(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            if (last.isPresent() && chunk[i] == last.getAsInt()) {
                return i;
            }
        }
        return length;
    }
}
