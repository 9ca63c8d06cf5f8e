package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleBackend;
import io.github.camelsmp.ble.BleCentral;
import io.github.camelsmp.ble.BleCentralListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Radios and devices in memory, with nothing of anybody else in between. */
public final class MemoryAir extends Air {

    private final List<MemoryCentral> centrals = new CopyOnWriteArrayList<>();
    private final BleBackend backend = new Backend();

    @Override
    public BleBackend backend() {
        return backend;
    }

    @Override
    public void restart() {
        centrals.forEach(MemoryCentral::lose);
    }

    void closed(MemoryCentral central) {
        centrals.remove(central);
    }

    @Override
    public void close() {
        centrals.forEach(MemoryCentral::close);
    }

    private final class Backend implements BleBackend {
        @Override
        public String name() {
            return "memory";
        }

        @Override
        public int priority() {
            return 0;
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public BleCentral open(Optional<String> adapter, BleCentralListener listener) {
            MemoryCentral central = new MemoryCentral(MemoryAir.this, listener);
            centrals.add(central);
            return central;
        }
    }
}
