package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lists the serial ports of this machine. Nothing is opened.
 *
 * <p>A port that a link of the port folder leads to is reported once, under the name of the link. Others have to be
 * there for two scans in a row: a port turns up some milliseconds before its link does, and outlives it, and would
 * otherwise be two devices.
 *
 * <p>A port that is neither on USB nor in the folder is part of the machine (ttyS0, COM1, the Bluetooth ports of macOS):
 * nobody plugs it in, and what is behind it need not be a device to talk to. It is reported only to those who ask for it
 * by name.
 */
final class SerialScanner implements DeviceScanner {

    private final DeviceFilter filter;
    private final PortFolder folder;
    private final Supplier<List<SystemPort>> systemPorts;
    private Set<String> seenBefore = Set.of();

    SerialScanner(DeviceFilter filter, PortFolder folder, Supplier<List<SystemPort>> systemPorts) {
        this.filter = filter;
        this.folder = folder;
        this.systemPorts = systemPorts;
    }

    @Override
    public List<FoundDevice> scan(Set<SmpAddress> inHand) {
        Map<String, SystemPort> ports = new LinkedHashMap<>();
        systemPorts.get().forEach(port -> ports.put(port.location(), port));
        List<FoundDevice> found = new ArrayList<>();
        byPort(folder.links()).forEach((port, link) -> found.add(linked(link, port, ports.remove(port))));
        for (SystemPort port : ports.values()) {
            if (seenBefore.contains(port.location()) && isAskedFor(port)) {
                found.add(unlinked(port));
            }
        }
        seenBefore = Set.copyOf(ports.keySet());
        return found.stream().filter(filter).toList();
    }

    @Override
    public void close() {
        seenBefore = Set.of();
    }

    /** The first link to each port. */
    private static Map<String, Path> byPort(Map<Path, Path> links) {
        return links.entrySet().stream()
                .collect(Collectors.toMap(
                        link -> link.getValue().toString(),
                        Map.Entry::getKey,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private boolean isAskedFor(SystemPort port) {
        return port.usb().isPresent() || filter.name().isPresent();
    }

    private static FoundDevice linked(Path link, String port, SystemPort listed) {
        Optional<SystemPort> known = Optional.ofNullable(listed);
        return new FoundDevice(
                new SmpAddress("serial", link.toString()),
                link.getFileName().toString(),
                known.map(SystemPort::description).orElse(""),
                Optional.of(port),
                known.flatMap(SystemPort::usb),
                OptionalInt.empty(),
                Optional.empty());
    }

    private static FoundDevice unlinked(SystemPort port) {
        return new FoundDevice(
                new SmpAddress("serial", port.location()),
                port.name(),
                port.description(),
                Optional.of(port.location()),
                port.usb(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
