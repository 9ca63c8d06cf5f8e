package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * The names that devices have in meters. As many as are allowed have their own, those that come first; all others share
 * one, so that a dashboard stays small however many boards pass a station.
 */
final class MeteredDevices {

    static final String OTHERS = "other";

    private final IntSupplier most;
    private final Set<SmpAddress> named = ConcurrentHashMap.newKeySet();

    /** @param most how many devices may have a name of their own, 0 or more; may change */
    MeteredDevices(IntSupplier most) {
        this.most = most;
    }

    /** The address, or {@link #OTHERS}. A device keeps the name it had first. */
    synchronized String nameOf(SmpAddress device) {
        if (named.contains(device) || named.size() < most.getAsInt() && named.add(device)) {
            return device.toString();
        }
        return OTHERS;
    }
}
