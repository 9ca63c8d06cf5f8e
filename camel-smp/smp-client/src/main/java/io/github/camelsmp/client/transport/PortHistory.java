package io.github.camelsmp.client.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which device was behind a port. One that restarts may come back under another name, because the old one was
 * still taken, and another device may have that by then (protocol.md 18.2, step 8).
 */
final class PortHistory {

    private static final Logger LOG = LoggerFactory.getLogger(PortHistory.class);

    private final Supplier<List<UsbPort>> present;
    private final Map<String, Seen> devices = new ConcurrentHashMap<>();

    /** @param rank which of the ports of that device it was, in the order of their names */
    private record Seen(String device, int rank) {}

    /** @param present lists the ports there are, in the order of their names */
    PortHistory(Supplier<List<UsbPort>> present) {
        this.present = present;
    }

    /** The port to open for a name: where the device is that was behind it, if that is somewhere; else the name. */
    String portOf(String name) {
        Optional<Seen> seen = Optional.ofNullable(devices.get(name));
        Optional<String> found = seen.flatMap(this::find).filter(path -> !path.equals(real(name)));
        found.ifPresent(path -> LOG.info("serial:{}: the device came back as {}", name, path));
        return found.orElse(name);
    }

    private Optional<String> find(Seen seen) {
        List<UsbPort> ports = portsOf(seen.device, present.get());
        return seen.rank < ports.size() ? Optional.of(ports.get(seen.rank).path()) : Optional.empty();
    }

    /** A name stands for the device that was opened under it; without a serial number it is just a name. */
    void opened(String name, String path) {
        String real = real(path);
        List<UsbPort> now = present.get();
        now.stream()
                .filter(port -> port.path().equals(real))
                .findFirst()
                .ifPresentOrElse(port -> devices.put(name, seen(port, now)), () -> devices.remove(name));
    }

    /** From one look at the ports; at the next one the port may be gone. */
    private static Seen seen(UsbPort port, List<UsbPort> now) {
        return new Seen(port.device(), portsOf(port.device(), now).indexOf(port));
    }

    private static List<UsbPort> portsOf(String device, List<UsbPort> now) {
        return now.stream().filter(port -> port.device().equals(device)).toList();
    }

    /** Where a link leads. */
    private static String real(String path) {
        try {
            return path.startsWith("/") ? Path.of(path).toRealPath().toString() : path;
        } catch (IOException e) {
            return path;
        }
    }
}
