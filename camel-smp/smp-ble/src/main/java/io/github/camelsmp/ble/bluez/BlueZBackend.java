package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BleBackend;
import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** BlueZ, which has the radios of Linux, over D-Bus. */
public final class BlueZBackend implements BleBackend {

    private static final String NAME = "bluez";
    private static final int PRIORITY = 100;
    private static final String BUS_VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS";
    private static final Path BUS_SOCKET = Path.of("/var/run/dbus/system_bus_socket");

    private final Optional<String> busAddress;

    /** On the system bus, or the one that {@code DBUS_SYSTEM_BUS_ADDRESS} names. */
    public BlueZBackend() {
        this(Optional.empty());
    }

    /** On another bus, e.g. {@code unix:path=/run/other/bus}. */
    public BlueZBackend(String busAddress) {
        this(Optional.of(busAddress));
    }

    private BlueZBackend(Optional<String> busAddress) {
        this.busAddress = busAddress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public boolean isAvailable() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return busAddress.isPresent() || linux && (System.getenv(BUS_VARIABLE) != null || Files.exists(BUS_SOCKET));
    }

    @Override
    public BleCentral open(Optional<String> adapter, BleCentralListener listener)
            throws IOException, InterruptedException {
        return BlueZCentral.open(busAddress, adapter, listener);
    }
}
