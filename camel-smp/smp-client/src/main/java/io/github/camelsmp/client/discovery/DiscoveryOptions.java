package io.github.camelsmp.client.discovery;

import io.github.camelsmp.protocol.transport.Bluetooth;
import java.nio.file.Path;

/**
 * Where to look and what for. A scanner takes what concerns it.
 *
 * @param filter which finds are wanted
 * @param portFolder a folder of links with stable names for serial ports; it need not exist
 * @param hosts where to ask over UDP, as {@link HostList#parse} reads it; may be empty
 * @param serviceType the DNS-SD service that devices on UDP announce, {@code _mcumgr._udp}; empty looks for none
 * @param networkInterface where announcements are listened to, {@code eth0}; empty for every network
 * @param bluetooth which radio to use
 */
public record DiscoveryOptions(
        DeviceFilter filter,
        Path portFolder,
        String hosts,
        String serviceType,
        String networkInterface,
        Bluetooth bluetooth) {

    /** Everything on serial ports, with the names that Linux keeps for ports on USB. */
    public static final DiscoveryOptions DEFAULT =
            new DiscoveryOptions(DeviceFilter.ALL, Path.of("/dev/serial/by-id"), "", "", "", Bluetooth.DEFAULT);

    public DiscoveryOptions withFilter(DeviceFilter value) {
        return new DiscoveryOptions(value, portFolder, hosts, serviceType, networkInterface, bluetooth);
    }

    public DiscoveryOptions withPortFolder(Path value) {
        return new DiscoveryOptions(filter, value, hosts, serviceType, networkInterface, bluetooth);
    }

    public DiscoveryOptions withHosts(String value) {
        return new DiscoveryOptions(filter, portFolder, value, serviceType, networkInterface, bluetooth);
    }

    public DiscoveryOptions withServiceType(String value) {
        return new DiscoveryOptions(filter, portFolder, hosts, value, networkInterface, bluetooth);
    }

    public DiscoveryOptions withNetworkInterface(String value) {
        return new DiscoveryOptions(filter, portFolder, hosts, serviceType, value, bluetooth);
    }

    public DiscoveryOptions withBluetooth(Bluetooth value) {
        return new DiscoveryOptions(filter, portFolder, hosts, serviceType, networkInterface, value);
    }
}
