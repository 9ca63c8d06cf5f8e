package io.github.camelsmp.examples.fleet;

import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asked a device, as the device itself saw it. A client that asks again after another has asked was there together with
 * that other. A gateway that connects anew is another client, and one after the other is no overlap.
 */
final class Clients {

    private final Set<InetSocketAddress> seen = new LinkedHashSet<>();
    private Optional<InetSocketAddress> last = Optional.empty();
    private long overlaps;

    /** A datagram came from a client. */
    synchronized void asked(InetSocketAddress client) {
        boolean isNew = seen.add(client);
        if (!isNew && !last.equals(Optional.of(client))) {
            overlaps++;
        }
        last = Optional.of(client);
    }

    /** How often a client asked that had been followed by another. */
    synchronized long overlaps() {
        return overlaps;
    }

    /** How many clients there were. */
    synchronized long count() {
        return seen.size();
    }
}
