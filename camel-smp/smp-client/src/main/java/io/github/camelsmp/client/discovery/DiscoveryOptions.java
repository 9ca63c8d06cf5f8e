package io.github.camelsmp.client.discovery;

import java.nio.file.Path;

/**
 * Where to look and what for. A scanner takes what concerns it.
 *
 * @param filter which finds are wanted
 * @param portFolder a folder of links with stable names for serial ports; it need not exist
 * @param hosts where to ask over UDP, as {@link HostList#parse} reads it; may be empty for other scanners
 */
public record DiscoveryOptions(DeviceFilter filter, Path portFolder, String hosts) {

    /** Everything on serial ports, with the names that Linux keeps for ports on USB. */
    public static final DiscoveryOptions DEFAULT =
            new DiscoveryOptions(DeviceFilter.ALL, Path.of("/dev/serial/by-id"), "");

    public DiscoveryOptions withFilter(DeviceFilter value) {
        return new DiscoveryOptions(value, portFolder, hosts);
    }

    public DiscoveryOptions withPortFolder(Path value) {
        return new DiscoveryOptions(filter, value, hosts);
    }

    public DiscoveryOptions withHosts(String value) {
        return new DiscoveryOptions(filter, portFolder, value);
    }
}
