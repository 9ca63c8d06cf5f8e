package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which devices came and which went since the last look.
 *
 * <p>A device whose event was told is in hand until {@link #done}. What it does meanwhile is the business of whoever
 * works on it: the reset of a firmware upgrade takes a board off USB and brings it back, and that is neither lost nor
 * discovered. What counts is whether it is there at the first look that begins afterwards. So there is never more than
 * one event of a device under way, and events of one device never overtake each other.
 */
public final class DeviceWatch {

    private final DeviceScanner scanner;
    private final Map<SmpAddress, FoundDevice> present = new LinkedHashMap<>();
    private final Set<SmpAddress> inHand = new HashSet<>();

    /** Compares what this scanner finds; before the first look nothing counts as there. */
    public DeviceWatch(DeviceScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Looks round, one thread at a time.
     *
     * @return what changed; each device of it is in hand until {@link #done}
     * @throws io.github.camelsmp.protocol.SmpTransportException if one cannot look; then nothing changed
     */
    public List<DeviceEvent> look() {
        Set<SmpAddress> leftOut = inHand();
        return compare(scanner.scan(leftOut), leftOut);
    }

    /** What is known of a device became more; that is what its loss will tell. */
    public synchronized void learn(FoundDevice device) {
        present.replace(device.address(), device);
    }

    /** The device is watched again from the next look on. */
    public synchronized void done(SmpAddress address) {
        inHand.remove(address);
    }

    /** The event was not told after all: the next look tells it again, if it still holds then. */
    public synchronized void takeBack(DeviceEvent event) {
        FoundDevice device = event.device();
        switch (event.kind()) {
            case DISCOVERED -> present.remove(device.address());
            case LOST -> present.put(device.address(), device);
        }
        inHand.remove(device.address());
    }

    private synchronized Set<SmpAddress> inHand() {
        return Set.copyOf(inHand);
    }

    private synchronized List<DeviceEvent> compare(List<FoundDevice> scan, Set<SmpAddress> leftOut) {
        Map<SmpAddress, FoundDevice> found = new LinkedHashMap<>();
        scan.forEach(device -> found.put(device.address(), device));
        found.keySet().removeAll(leftOut);
        List<DeviceEvent> events = new ArrayList<>();
        for (FoundDevice known : List.copyOf(present.values())) {
            SmpAddress address = known.address();
            if (!leftOut.contains(address) && !isStillThere(known, found)) {
                present.remove(address);
                found.remove(address);
                events.add(DeviceEvent.lost(known));
            }
        }
        for (FoundDevice device : found.values()) {
            if (present.putIfAbsent(device.address(), device) == null) {
                events.add(DeviceEvent.discovered(device));
            }
        }
        events.forEach(event -> inHand.add(event.device().address()));
        return events;
    }

    private static boolean isStillThere(FoundDevice known, Map<SmpAddress, FoundDevice> found) {
        FoundDevice now = found.get(known.address());
        return now != null && now.isSameDeviceAs(known);
    }
}
