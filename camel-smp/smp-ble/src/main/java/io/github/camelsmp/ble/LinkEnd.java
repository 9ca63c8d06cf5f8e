package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.Optional;

/**
 * The end of a link, which comes once: by whoever closes it, or without anybody's doing. What a link of any backend has to
 * keep track of beside the connection itself. Any thread may call it.
 */
public final class LinkEnd {

    private final BleLinkListener listener;
    private Optional<String> lost = Optional.empty();
    private boolean established;
    private boolean closed;

    /** @param listener hears what comes once the link is established, until it is closed */
    public LinkEnd(BleLinkListener listener) {
        this.listener = listener;
    }

    /** Another attempt to connect begins: that the one before it was lost counts no more. */
    public synchronized void beginAgain() {
        lost = Optional.empty();
    }

    /**
     * Everything is done; from now on the listener hears of the end.
     *
     * @throws IOException if it has come already
     */
    public synchronized void established() throws IOException {
        requireNotLost();
        established = true;
    }

    /** A notification came. */
    public void notified(byte[] chunk) {
        if (!isClosed()) {
            listener.notified(chunk);
        }
    }

    /** The connection ended without our doing. */
    public void lost(String reason) {
        synchronized (this) {
            if (closed || lost.isPresent()) {
                return;
            }
            lost = Optional.of(reason);
            if (!established) {
                return;
            }
        }
        listener.lost(reason);
    }

    /** Whether it was lost; there is no use in waiting for anything then. */
    public synchronized boolean isLost() {
        return lost.isPresent();
    }

    /** @throws IOException with the reason for which it was lost */
    public synchronized void requireNotLost() throws IOException {
        if (lost.isPresent()) {
            throw new IOException(lost.get());
        }
    }

    /** Closes it; whether that was the first time. */
    public synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
