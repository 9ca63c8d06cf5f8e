package io.github.camelsmp.client.discovery;

import io.github.camelsmp.client.SmpResources;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the scanners of one scheme; found with {@link ServiceLoader}. */
public interface DeviceScannerProvider {

    /** The word behind {@code smp:}, e.g. {@code serial}. */
    String scheme();

    /**
     * Makes a scanner.
     *
     * @throws IllegalArgumentException naming the option that is wrong or missing
     * @throws io.github.camelsmp.protocol.SmpTransportException if what the scanner needs of the system is not to be had
     */
    DeviceScanner create(DiscoveryOptions options);

    /**
     * The provider for a scheme. A transport that can also look for devices does so itself, so that its lines and its
     * scanners know of each other.
     *
     * @throws IllegalArgumentException naming the schemes there are, or the artifact to add
     */
    static DeviceScannerProvider of(String scheme, SmpResources resources) {
        return resources.provider(scheme) instanceof DeviceScannerProvider both ? both : of(scheme);
    }

    /**
     * The provider for a scheme.
     *
     * @throws IllegalArgumentException naming the schemes there are
     */
    static DeviceScannerProvider of(String scheme) {
        TreeMap<String, DeviceScannerProvider> providers = new TreeMap<>();
        // whoever started this thread may see scanners that this module's class loader does not, and the reverse
        Stream.of(
                        ServiceLoader.load(DeviceScannerProvider.class),
                        ServiceLoader.load(DeviceScannerProvider.class, DeviceScannerProvider.class.getClassLoader()))
                .flatMap(ServiceLoader::stream)
                .map(ServiceLoader.Provider::get)
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        if (!providers.containsKey(scheme)) {
            throw new IllegalArgumentException(scheme + ":* is not possible, devices can be discovered with "
                    + String.join(", ", providers.keySet()));
        }
        return providers.get(scheme);
    }
}
