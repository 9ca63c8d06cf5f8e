package io.github.camelsmp.ble;

import io.github.camelsmp.client.discovery.DeviceScanner;
import io.github.camelsmp.client.discovery.DeviceScannerProvider;
import io.github.camelsmp.client.discovery.DiscoveryOptions;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes lines over Bluetooth LE, {@code ble:AA:BB:CC:DD:EE:FF} or {@code ble:Sensor 12}, and finds devices,
 * {@code ble:*}.
 *
 * <p>Put into the registry of a context, one with a backend of your own takes the place of what is on the class path.
 */
public final class BleTransportProvider implements TransportProvider, DeviceScannerProvider {

    private final Backends backends;
    private final Radios radios = new Radios();
    private final Sessions sessions = new Sessions();
    private final MuteTargets mute = new MuteTargets();

    /** With the backends on the class path. */
    public BleTransportProvider() {
        this(Backends.onClassPath());
    }

    /** With one backend, whatever is on the class path. */
    public BleTransportProvider(BleBackend backend) {
        this(new Backends(List.of(backend)));
    }

    private BleTransportProvider(Backends backends) {
        this.backends = backends;
    }

    @Override
    public String scheme() {
        return "ble";
    }

    @Override
    public String normalise(String address) {
        return BleTarget.parse(address).value();
    }

    @Override
    public Transport create(String address, TransportOptions options, ScheduledExecutorService loop) {
        return new BleTransport(BleTarget.parse(address), options, access(options.bluetooth()), sessions, mute);
    }

    @Override
    public DeviceScanner create(DiscoveryOptions options) {
        return new BleScanner(options.filter(), access(options.bluetooth()), BleScanner.SILENCE_WHEN_GONE);
    }

    /** @throws IllegalArgumentException if there is no such backend, or none at all */
    private RadioAccess access(Bluetooth options) {
        return new RadioAccess(radios, backends.choose(options.backend()), options.adapter());
    }

    @Override
    public void awaitClosed(Duration limit) {
        sessions.await(limit);
    }
}
