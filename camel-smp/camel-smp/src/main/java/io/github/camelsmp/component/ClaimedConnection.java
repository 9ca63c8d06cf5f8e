package io.github.camelsmp.component;

import java.util.concurrent.Future;

/** A connection and how many claim it. Guarded by {@link SmpConnections}. */
final class ClaimedConnection {

    private final SharedConnection connection;
    private int claims;
    private Future<?> closing;

    ClaimedConnection(SharedConnection connection) {
        this.connection = connection;
    }

    SharedConnection connection() {
        return connection;
    }

    void claim() {
        claims++;
        stay();
    }

    /** How many claims are left. */
    int giveBack() {
        claims--;
        return claims;
    }

    boolean isIdle() {
        return claims == 0;
    }

    /** Remembers what will close this unless it is claimed before. */
    void closeLater(Future<?> task) {
        closing = task;
    }

    void close() {
        stay();
        connection.close();
    }

    private void stay() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }
}
