package io.github.camelsmp.ble.simpleble;

import io.github.camelsmp.ble.BleBackend;
import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import java.io.IOException;
import java.util.Optional;
import org.simplejavable.Adapter;

/** SimpleBLE, which has the radios of Windows and macOS. It is not verified there; see the package for its licence. */
public final class SimpleBleBackend implements BleBackend {

    private static final String NAME = "simpleble";
    private static final int PRIORITY = 50;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    /** Naming the class is enough to find out, and does not load its native library yet. */
    @Override
    public boolean isAvailable() {
        try {
            return !Adapter.class.getName().isEmpty();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    @Override
    public BleCentral open(Optional<String> adapter, BleCentralListener listener)
            throws IOException, InterruptedException {
        if (!isAvailable()) {
            throw new IOException("SimpleBLE is not on the class path: add org.simpleble:simplejavable. It is not open"
                    + " source (BUSL-1.1): production or commercial use wants a licence from its vendor");
        }
        return new SimpleBleCentral(Radios.choose(adapter), listener);
    }
}
