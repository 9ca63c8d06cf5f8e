package io.github.camelsmp.ble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What was seen on the air, each device once, and when. Time counts only while the radio listens: a device that cannot
 * be heard because the radio connects to another one is not silent. Any thread may call it.
 */
final class Sightings {

    private record Sighting(BlePeer peer, long listened) {}

    /** Beyond so many devices the ones that were silent longest are forgotten. */
    private static final int MOST_DEVICES = 4096;

    private final LongSupplier nanoTime;
    private final Map<String, Sighting> byAddress = new LinkedHashMap<>();
    private boolean listening;
    private long listenedBefore;
    private long listeningSince;

    Sightings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The radio begins or ceases to listen. */
    synchronized void listening(boolean now) {
        listenedBefore = listened();
        listeningSince = nanoTime.getAsLong();
        listening = now;
    }

    /** Nanoseconds the radio has listened so far; a point in that time. */
    synchronized long listened() {
        return listening ? listenedBefore + nanoTime.getAsLong() - listeningSince : listenedBefore;
    }

    synchronized void seen(BlePeer peer) {
        byAddress.remove(peer.address());
        byAddress.put(peer.address(), new Sighting(peer, listened()));
        if (byAddress.size() > MOST_DEVICES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        notifyAll();
    }

    /** The devices seen from a point in the listening time on. */
    synchronized List<BlePeer> since(long listened) {
        List<BlePeer> peers = new ArrayList<>();
        for (Sighting sighting : byAddress.values()) {
            if (sighting.listened >= listened) {
                peers.add(sighting.peer);
            }
        }
        return peers;
    }

    /** The devices seen within the last so much listening time. */
    synchronized List<BlePeer> within(Duration time) {
        return since(listened() - time.toNanos());
    }

    /** Wakes those who wait, for there is something else to look at. */
    synchronized void wake() {
        notifyAll();
    }

    /** Waits for the next sighting, or until something else happens. */
    synchronized void await(Duration limit) throws InterruptedException {
        if (limit.toMillis() > 0) {
            wait(limit.toMillis());
        }
    }
}
