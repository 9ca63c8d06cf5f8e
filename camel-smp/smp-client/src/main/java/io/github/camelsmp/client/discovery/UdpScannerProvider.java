package io.github.camelsmp.client.discovery;

import java.util.List;
import java.util.Optional;

/** Finds devices that answer over UDP. */
public final class UdpScannerProvider implements DeviceScannerProvider {

    @Override
    public String scheme() {
        return "udp";
    }

    @Override
    public DeviceScanner create(DiscoveryOptions options) {
        if (options.hosts().isBlank() && options.serviceType().isBlank()) {
            throw new IllegalArgumentException("udp:* needs the option hosts, which says where to ask, e.g."
                    + " hosts=192.0.2.0/28, or serviceType, which devices announce, e.g. serviceType=_mcumgr._udp");
        }
        List<String> locations = options.hosts().isBlank() ? List.of() : HostList.parse(options.hosts());
        return new UdpScanner(locations, browser(options), options.filter());
    }

    private static Optional<ServiceBrowser> browser(DiscoveryOptions options) {
        if (options.serviceType().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ServiceBrowser(options.serviceType(), options.networkInterface()));
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException("serviceType needs jmDNS: add org.jmdns:jmdns to the class path", e);
        }
    }
}
