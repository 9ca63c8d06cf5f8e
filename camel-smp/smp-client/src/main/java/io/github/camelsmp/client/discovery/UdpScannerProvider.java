package io.github.camelsmp.client.discovery;

/** Finds devices that answer over UDP. */
public final class UdpScannerProvider implements DeviceScannerProvider {

    @Override
    public String scheme() {
        return "udp";
    }

    @Override
    public DeviceScanner create(DiscoveryOptions options) {
        if (options.hosts().isBlank()) {
            throw new IllegalArgumentException(
                    "udp:* needs the option hosts, which says where to ask, e.g. hosts=192.0.2.0/28");
        }
        return new UdpScanner(HostList.parse(options.hosts()), options.filter());
    }
}
