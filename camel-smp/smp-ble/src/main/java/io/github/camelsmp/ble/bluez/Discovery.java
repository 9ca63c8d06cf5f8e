package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An adapter's listening to what advertises. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Bus bus;
    private final String adapter;
    private final BooleanSupplier adapterGone;

    /** @param adapter its path */
    Discovery(Bus bus, String adapter, BooleanSupplier adapterGone) {
        this.bus = bus;
        this.adapter = adapter;
        this.adapterGone = adapterGone;
    }

    void start() throws IOException, InterruptedException {
        try {
            // with a filter BlueZ tells of every advertisement, and of devices that do not mean to be discoverable
            Map<String, Variant<?>> filter =
                    Map.of("Transport", new Variant<>("le"), "DuplicateData", new Variant<>(true));
            bus.call(adapter, BlueZ.ADAPTER, "SetDiscoveryFilter", SHORT, adapterGone, "a{sv}", filter);
            bus.call(adapter, BlueZ.ADAPTER, "StartDiscovery", SHORT, adapterGone, null);
        } catch (BusException e) {
            if (!e.says("InProgress")) {
                throw new IOException("the radio cannot look for devices: " + e.getMessage(), e);
            }
        }
    }

    void stop() throws IOException, InterruptedException {
        if (!adapterGone.getAsBoolean()) {
            try {
                bus.call(adapter, BlueZ.ADAPTER, "StopDiscovery", SHORT, adapterGone, null);
            } catch (BusException e) {
                LOG.debug("The discovery did not stop: {}", e.getMessage());
            }
        }
    }
}
