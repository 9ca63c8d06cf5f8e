package io.github.camelsmp.ble;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A device as one sees it from outside.
 *
 * @param address six bytes in upper-case hexadecimal with colons; on macOS the UUID that stands for them there
 * @param names what it may be called, best first: what it advertises, what the system calls it; may be empty
 * @param rssi strength of its radio here in dBm; empty where that is not known
 * @param services what it advertises to offer; a device need not advertise everything
 * @param connected whether the system holds a connection to it
 */
public record BlePeer(String address, List<String> names, OptionalInt rssi, Set<UUID> services, boolean connected) {

    /** Keeps copies of names and services. */
    public BlePeer {
        names = List.copyOf(names);
        services = Set.copyOf(services);
    }

    /** Its best name, or its address if it has none. */
    public String name() {
        return names.isEmpty() ? address : names.get(0);
    }
}
