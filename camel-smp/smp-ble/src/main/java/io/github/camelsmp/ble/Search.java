package io.github.camelsmp.ble;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search for one device. One that the system is connected to is taken at once, for it does not advertise. Otherwise
 * only what is seen from now on counts: a device that restarted may be back under another address, and the system still
 * remembers the old one. What it remembers is tried when nothing was seen for a while, for some systems do not tell of
 * advertisements that bring nothing new.
 */
final class Search {
    /** How much longer to look for a second device of the same name when the first was seen. */
    private static final Duration NAMESAKES = Duration.ofMillis(300);

    private static final int MOST_NAMED = 8;

    private final Radio radio;
    private final BleTarget target;

    Search(Radio radio, BleTarget target) {
        this.radio = radio;
        this.target = target;
    }

    /** @throws IOException if it was not found in time, or the name fits two devices */
    BlePeer find(Deadline deadline) throws IOException, InterruptedException {
        Optional<BlePeer> connected =
                one(radio.known().stream().filter(BlePeer::connected).toList());
        if (connected.isPresent()) {
            return connected.get();
        }
        long began = radio.sightings().listened();
        try (Radio.Look look = radio.look()) {
            Optional<BlePeer> seen = await(began, Deadline.in(deadline.left().dividedBy(2)));
            if (seen.isEmpty()) {
                seen = remembered();
            }
            if (seen.isEmpty()) {
                seen = await(began, deadline);
            }
            return seen.orElseThrow(() -> notFound(began));
        }
    }

    /** Of two that fit, one may be the address that a device has no more. */
    private Optional<BlePeer> remembered() throws IOException, InterruptedException {
        List<BlePeer> matching = radio.known().stream().filter(target::matches).toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    private Optional<BlePeer> await(long began, Deadline deadline) throws IOException, InterruptedException {
        Optional<BlePeer> seen = one(radio.sightings().since(began));
        while (seen.isEmpty() && !deadline.hasPassed()) {
            radio.requireNotLost();
            radio.sightings().await(deadline.atMost(Duration.ofSeconds(1)));
            seen = one(radio.sightings().since(began));
        }
        if (seen.isEmpty() || target.kind() != BleTarget.Kind.NAME) {
            return seen;
        }
        for (Deadline later = Deadline.in(NAMESAKES); !later.hasPassed(); ) {
            radio.sightings().await(later.left());
        }
        return one(radio.sightings().since(began));
    }

    private Optional<BlePeer> one(List<BlePeer> peers) throws IOException {
        List<BlePeer> matching = peers.stream().filter(target::matches).toList();
        if (matching.size() > 1) {
            throw new IOException(matching.size() + " devices are " + target.describe() + ": "
                    + matching.stream().map(BlePeer::address).collect(Collectors.joining(", "))
                    + "; use the address of the one that is meant");
        }
        return matching.stream().findFirst();
    }

    private IOException notFound(long began) {
        List<BlePeer> seen = radio.sightings().since(began);
        String others = seen.isEmpty()
                ? "nothing at all advertises here"
                : "there are "
                        + seen.stream().map(BlePeer::name).limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (seen.size() > MOST_NAMED ? " and " + (seen.size() - MOST_NAMED) + " more" : "");
        return new IOException("no device " + target.describe() + " advertises; " + others);
    }
}
