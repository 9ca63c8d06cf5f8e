package io.github.camelsmp.ble.simpleble;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.simplejavable.Adapter;
import org.simplejavable.Peripheral;

/** A radio and the one thread that calls it, shared by everybody in this process. */
final class SharedAdapter {

    private final Adapter adapter;
    private final Worker worker = new Worker("smp-simpleble");
    private final List<Consumer<Peripheral>> listeners = new CopyOnWriteArrayList<>();
    private int scans;

    SharedAdapter(Adapter adapter) {
        this.adapter = adapter;
        adapter.setEventListener(new Adapter.EventListener() {
            @Override
            public void onScanFound(Peripheral peripheral) {
                tell(peripheral);
            }

            @Override
            public void onScanUpdated(Peripheral peripheral) {
                tell(peripheral);
            }
        });
    }

    /** Nothing of SimpleBLE may be called on its own thread, so it is told on ours. */
    private void tell(Peripheral peripheral) {
        listeners.forEach(listener -> worker.later(() -> listener.accept(peripheral)));
    }

    Worker worker() {
        return worker;
    }

    /** Hears on the worker of every advertisement, until {@link #forget}. */
    void listen(Consumer<Peripheral> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<Peripheral> listener) {
        listeners.remove(listener);
    }

    /** One more wants to scan. Called on the worker. */
    void startScan() {
        if (scans++ == 0) {
            adapter.scanStart();
        }
    }

    /** One less wants to scan. Called on the worker. */
    void stopScan() {
        if (scans > 0 && --scans == 0) {
            adapter.scanStop();
        }
    }

    String name() {
        return adapter.getIdentifier();
    }

    boolean isCalled(String stated) {
        return name().equals(stated) || adapter.getAddress().toString().equalsIgnoreCase(stated);
    }
}
