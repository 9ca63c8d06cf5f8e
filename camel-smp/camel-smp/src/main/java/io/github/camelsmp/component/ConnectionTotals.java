package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpConnection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sums of several connections, those included that are closed since: a sum never becomes less. */
final class ConnectionTotals {

    private final Set<SmpConnection> open = new HashSet<>();
    private final Map<ConnectionCount, Long> closed = new EnumMap<>(ConnectionCount.class);

    synchronized void opened(SmpConnection connection) {
        open.add(connection);
    }

    synchronized void closed(SmpConnection connection) {
        if (open.remove(connection)) {
            for (ConnectionCount count : ConnectionCount.values()) {
                closed.merge(count, count.of(connection.counters()), Long::sum);
            }
        }
    }

    synchronized long sum(ConnectionCount count) {
        return closed.getOrDefault(count, 0L)
                + open.stream()
                        .mapToLong(connection -> count.of(connection.counters()))
                        .sum();
    }

    /** How many devices answer. */
    synchronized long connected() {
        return open.stream()
                .filter(connection -> connection.state() == SmpConnection.State.CONNECTED)
                .count();
    }
}
