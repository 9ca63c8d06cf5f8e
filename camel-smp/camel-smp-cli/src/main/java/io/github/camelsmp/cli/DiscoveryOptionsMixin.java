package io.github.camelsmp.cli;

import io.github.camelsmp.client.discovery.DeviceFilter;
import io.github.camelsmp.client.discovery.DiscoveryOptions;
import io.github.camelsmp.client.discovery.UsbIdentity;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where to look for devices, and for which. */
final class DiscoveryOptionsMixin {

    private static final String ANY = ":*";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TRANSPORT",
            description = "serial, udp or ble. Default: udp with --hosts or --service-type, else serial.")
    private String transport;

    @Option(
            names = "--hosts",
            paramLabel = "HOSTS",
            description = "udp: whom to ask, such as 192.0.2.0/28,gw.local:1338 or 192.0.2.1-9.")
    private String hosts;

    @Option(
            names = "--service-type",
            paramLabel = "TYPE",
            description = "udp: the DNS-SD service that devices announce, such as _mcumgr._udp.")
    private String serviceType;

    @Option(
            names = "--network-interface",
            paramLabel = "NAME",
            description = "With --service-type: where to listen, such as eth0. Default: everywhere.")
    private String networkInterface;

    @Option(
            names = "--port-folder",
            paramLabel = "FOLDER",
            description = "serial: links with stable names. Default: /dev/serial/by-id.")
    private Path portFolder;

    @Option(names = "--usb-vendor-id", paramLabel = "ID", description = "serial: such as 0x2fe3.")
    private String usbVendorId;

    @Option(names = "--usb-product-id", paramLabel = "ID", description = "serial: such as 0x0004.")
    private String usbProductId;

    @Option(names = "--usb-serial-number", paramLabel = "TEXT", description = "serial: the whole number.")
    private String usbSerialNumber;

    @Option(names = "--name-pattern", paramLabel = "REGEX", description = "What the whole name has to look like.")
    private Pattern namePattern;

    /** The scheme to look for, of {@code serial} and {@code serial:*}. */
    String transport() {
        if (transport == null) {
            return hosts == null && serviceType == null ? "serial" : "udp";
        }
        return transport.endsWith(ANY) ? transport.substring(0, transport.length() - ANY.length()) : transport;
    }

    /** @throws IllegalArgumentException naming the option whose value is wrong */
    DiscoveryOptions clientOptions() {
        DiscoveryOptions options = DiscoveryOptions.DEFAULT.withFilter(filter());
        options = portFolder == null ? options : options.withPortFolder(portFolder);
        options = hosts == null ? options : options.withHosts(hosts);
        options = serviceType == null ? options : options.withServiceType(serviceType);
        return networkInterface == null ? options : options.withNetworkInterface(networkInterface);
    }

    private DeviceFilter filter() {
        DeviceFilter filter = DeviceFilter.ALL;
        if (usbVendorId != null) {
            filter = filter.withUsbVendorId(UsbIdentity.parseId("--usb-vendor-id", usbVendorId));
        }
        if (usbProductId != null) {
            filter = filter.withUsbProductId(UsbIdentity.parseId("--usb-product-id", usbProductId));
        }
        if (usbSerialNumber != null) {
            filter = filter.withUsbSerialNumber(usbSerialNumber);
        }
        return namePattern == null ? filter : filter.withName(namePattern);
    }
}
