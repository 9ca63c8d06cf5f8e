package io.github.camelsmp.component;

import io.github.camelsmp.client.discovery.DeviceFilter;
import io.github.camelsmp.client.discovery.DeviceScanner;
import io.github.camelsmp.client.discovery.DeviceScannerProvider;
import io.github.camelsmp.client.discovery.DiscoveryOptions;
import io.github.camelsmp.client.discovery.UsbIdentity;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Discovery in the terms of the client library. */
final class Discovery {

    /** The address that stands for whatever can be found. */
    static final String ANY = "*";

    private Discovery() {}

    /**
     * Makes what looks for devices.
     *
     * @param providers of the context, by transport
     * @throws IllegalArgumentException naming the option that is wrong or missing, or the transport that knows no
     *     discovery
     */
    static DeviceScanner scanner(
            String transport, SmpDiscoveryConfiguration options, Function<String, DeviceScannerProvider> providers) {
        return providers.apply(transport).create(clientOptions(transport, options));
    }

    private static DiscoveryOptions clientOptions(String transport, SmpDiscoveryConfiguration options) {
        DiscoveryOptions result = DiscoveryOptions.DEFAULT
                .withFilter(filter(transport, options))
                .withBluetooth(ClientOptions.bluetooth(options));
        if (options.getPortFolder() != null) {
            result = result.withPortFolder(Path.of(options.getPortFolder()));
        }
        if (options.getHosts() != null) {
            result = result.withHosts(options.getHosts());
        }
        if (options.getServiceType() != null) {
            result = result.withServiceType(options.getServiceType());
        }
        if (options.getNetworkInterface() != null) {
            result = result.withNetworkInterface(options.getNetworkInterface());
        }
        return result;
    }

    /** What is said of USB, perhaps for all endpoints of the component, means those that look for ports. */
    private static DeviceFilter filter(String transport, SmpDiscoveryConfiguration options) {
        DeviceFilter filter = transport.equals("serial") ? usbFilter(options) : DeviceFilter.ALL;
        return options.getNamePattern() == null ? filter : filter.withName(pattern(options.getNamePattern()));
    }

    private static DeviceFilter usbFilter(SmpDiscoveryConfiguration options) {
        DeviceFilter filter = DeviceFilter.ALL;
        if (options.getUsbVendorId() != null) {
            filter = filter.withUsbVendorId(UsbIdentity.parseId("usbVendorId", options.getUsbVendorId()));
        }
        if (options.getUsbProductId() != null) {
            filter = filter.withUsbProductId(UsbIdentity.parseId("usbProductId", options.getUsbProductId()));
        }
        if (options.getUsbSerialNumber() != null) {
            filter = filter.withUsbSerialNumber(options.getUsbSerialNumber());
        }
        return filter;
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("namePattern is no regular expression: " + e.getMessage(), e);
        }
    }
}
