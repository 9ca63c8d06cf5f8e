package io.github.camelsmp.ble;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.discovery.DeviceFilter;
import io.github.camelsmp.client.discovery.DeviceScanner;
import io.github.camelsmp.client.discovery.FoundDevice;
import io.github.camelsmp.protocol.SmpTransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Listens all the time, and tells at each look who was heard lately. A device that the system is connected to does not
 * advertise, and is there as long as it stays connected.
 *
 * <p>A device need not advertise that it offers SMP. One that does not is reported only to those who ask for it by name.
 */
final class BleScanner implements DeviceScanner {

    /** So much listening without a word of a device makes it lost. Few advertise more seldom than every ten seconds. */
    static final Duration SILENCE_WHEN_GONE = Duration.ofSeconds(15);

    /** The first look takes so long, so that those who look once see something. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private static final String EVERYONE = "ble:*";

    private final DeviceFilter filter;
    private final RadioAccess radios;
    private final Duration silenceWhenGone;
    private final Set<String> reported = new HashSet<>();
    private Optional<Listening> listening = Optional.empty();

    private record Listening(Radio radio, Radio.Look look) {}

    BleScanner(DeviceFilter filter, RadioAccess radios, Duration silenceWhenGone) {
        this.filter = filter;
        this.radios = radios;
        this.silenceWhenGone = silenceWhenGone;
    }

    @Override
    public synchronized List<FoundDevice> scan(Set<SmpAddress> inHand) {
        try {
            Radio radio = listen();
            List<BlePeer> there = new ArrayList<>(radio.sightings().within(silenceWhenGone));
            for (BlePeer peer : radio.known()) {
                if (peer.connected() && reported.contains(peer.address()) && isNew(peer, there)) {
                    there.add(peer);
                }
            }
            List<FoundDevice> found = there.stream()
                    .filter(this::isAskedFor)
                    .map(BleScanner::found)
                    .filter(filter)
                    .toList();
            reported.clear();
            found.forEach(device -> reported.add(device.address().location()));
            return found;
        } catch (IOException e) {
            close();
            throw new SmpTransportException(EVERYONE, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SmpTransportException(EVERYONE, "looking for devices was interrupted", e);
        }
    }

    private Radio listen() throws IOException, InterruptedException {
        if (listening.filter(current -> !current.radio().isLost()).isEmpty()) {
            close();
            Radio radio = radios.acquire();
            try {
                listening = Optional.of(new Listening(radio, radio.look()));
            } finally {
                if (listening.isEmpty()) {
                    radios.release(radio);
                }
            }
            hear(radio);
        }
        return listening.get().radio();
    }

    private void hear(Radio radio) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(FIRST_LOOK.compareTo(silenceWhenGone) < 0 ? FIRST_LOOK : silenceWhenGone);
        while (!deadline.hasPassed()) {
            radio.requireNotLost();
            radio.sightings().await(deadline.left());
        }
    }

    private static boolean isNew(BlePeer peer, List<BlePeer> others) {
        return others.stream().noneMatch(other -> other.address().equals(peer.address()));
    }

    private boolean isAskedFor(BlePeer peer) {
        return filter.name().isPresent()
                || peer.services().contains(SmpGatt.SERVICE)
                || reported.contains(peer.address());
    }

    private static FoundDevice found(BlePeer peer) {
        return new FoundDevice(
                new SmpAddress("ble", peer.address()),
                peer.name(),
                peer.address(),
                Optional.empty(),
                Optional.empty(),
                peer.rssi(),
                Optional.empty());
    }

    @Override
    public synchronized void close() {
        listening.ifPresent(current -> {
            current.look().close();
            radios.release(current.radio());
        });
        listening = Optional.empty();
    }
}
