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

    /** The same places, and other finds. */
    public DiscoveryOptions withFilter(DeviceFilter value) {
        return new DiscoveryOptions(value, portFolder, hosts, serviceType, networkInterface, bluetooth);
    }

    /** The same, with names for serial ports from this folder, which need not exist. */
    public DiscoveryOptions withPortFolder(Path value) {
        return new DiscoveryOptions(filter, value, hosts, serviceType, networkInterface, bluetooth);
    }

    /** The same, asking these hosts over UDP, as {@link HostList#parse} reads them; may be empty. */
    public DiscoveryOptions withHosts(String value) {
        return new DiscoveryOptions(filter, portFolder, value, serviceType, networkInterface, bluetooth);
    }

    /** The same, listening for this DNS-SD service, e.g. {@code _mcumgr._udp}; empty looks for none. */
    public DiscoveryOptions withServiceType(String value) {
        return new DiscoveryOptions(filter, portFolder, hosts, value, networkInterface, bluetooth);
    }

    /** The same, listening on this network, e.g. {@code eth0}; empty for every one. */
    public DiscoveryOptions withNetworkInterface(String value) {
        return new DiscoveryOptions(filter, portFolder, hosts, serviceType, value, bluetooth);
    }

    /** The same with another radio. */
    public DiscoveryOptions withBluetooth(Bluetooth value) {
        return new DiscoveryOptions(filter, portFolder, hosts, serviceType, networkInterface, value);
    }
}
