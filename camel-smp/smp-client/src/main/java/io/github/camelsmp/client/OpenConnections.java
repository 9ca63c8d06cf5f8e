package io.github.camelsmp.client;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The connections that are to be closed together. One that comes after that is closed at once, since nobody would
 * otherwise.
 */
final class OpenConnections<C> {
    private final Consumer<C> close;
    private final Set<C> open = new HashSet<>();
    private boolean closed;

    OpenConnections(Consumer<C> close) {
        this.close = close;
    }

    void add(C connection) {
        if (!enters(connection)) {
            close.accept(connection);
        }
    }

    private synchronized boolean enters(C connection) {
        return !closed && open.add(connection);
    }

    /** A connection was closed by itself. */
    synchronized void remove(C connection) {
        open.remove(connection);
    }

    void closeAll() {
        allThatAreOpen().forEach(close);
    }

    private synchronized List<C> allThatAreOpen() {
        closed = true;
        return List.copyOf(open);
    }
}
