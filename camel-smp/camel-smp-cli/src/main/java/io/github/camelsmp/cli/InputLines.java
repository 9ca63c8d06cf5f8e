package io.github.camelsmp.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Does something with each line of standard input, on a thread of its own, since nothing ends a read. */
final class InputLines {

    private static final Set<String> LAST_WORDS = Set.of("exit", "quit");

    /** What is done. */
    @FunctionalInterface
    interface Action {

        /** @throws ExecutionException if no other line makes sense */
        void accept(String line) throws ExecutionException, InterruptedException;
    }

    private final String name;
    private final Action action;
    private final CompletableFuture<Void> result = new CompletableFuture<>();

    /** @param name of the thread */
    InputLines(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    /** Ends with the input, at the line {@code exit} or {@code quit}, or with the first failure. */
    CompletableFuture<Void> start() {
        Thread thread = new Thread(this::read, name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private void read() {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            String line = input.readLine();
            while (line != null && !LAST_WORDS.contains(line.strip()) && !result.isDone()) {
                action.accept(line);
                line = input.readLine();
            }
            result.complete(null);
        } catch (ExecutionException e) {
            result.completeExceptionally(e.getCause());
        } catch (InterruptedException | IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}
