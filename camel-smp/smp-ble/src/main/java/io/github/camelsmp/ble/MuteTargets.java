package io.github.camelsmp.ble;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Devices that took what was written and said nothing all along. After an upgrade that may be because the attributes are
 * elsewhere now than the system remembers.
 */
final class MuteTargets {

    private final Set<BleTarget> targets = ConcurrentHashMap.newKeySet();

    void heardNothingOf(BleTarget target) {
        targets.add(target);
    }

    /** Whether that is so; asked once it is forgotten, so that it is tried once only. */
    boolean take(BleTarget target) {
        return targets.remove(target);
    }
}
