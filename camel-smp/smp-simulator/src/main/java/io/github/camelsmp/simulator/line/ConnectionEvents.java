package io.github.camelsmp.simulator.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One direction of a {@link RadioLink}: gives every packet its place in a connection event. */
final class ConnectionEvents {

    private final LineHost host;
    private final RadioLink link;
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private long event;
    private int packets;

    ConnectionEvents(LineHost host, RadioLink link) {
        this.host = host;
        this.link = link;
    }

    /** Carries a packet. */
    void carry(Runnable arrive) {
        long interval = link.interval().toNanos();
        long now = host.nanos();
        if (interval == 0) {
            deliver(link.latency(), arrive);
            return;
        }
        long next = Math.floorDiv(now, interval) * interval + interval;
        if (next > event) {
            event = next;
            packets = 0;
        } else if (packets == link.packetsPerInterval()) {
            event += interval;
            packets = 0;
        }
        packets++;
        deliver(Duration.ofNanos(event - now).plus(link.latency()), arrive);
    }

    /** Two that are due at the same time may be called for in any order; they arrive in theirs. */
    private void deliver(Duration delay, Runnable arrive) {
        if (delay.isZero()) {
            arrive.run();
        } else {
            underWay.add(arrive);
            host.after(delay, () -> underWay.remove().run());
        }
    }
}
