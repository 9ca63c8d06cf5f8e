package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.SmpGatt;
import io.github.camelsmp.simulator.line.GattConnection;
import io.github.camelsmp.simulator.line.GattLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bluez.Error;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** A device that a radio of {@link FakeBlueZ} heard. It stays, with the attributes it had, when it is gone. */
final class FakeDevice extends BusObject implements Calls.Device1, GattLine.Central {

    private final FakeAdapter adapter;
    private final FakePeripheral peripheral;
    private final int attributes;
    private Optional<GattConnection> connection = Optional.empty();
    private Optional<FakeService> service = Optional.empty();
    private short wobble;

    FakeDevice(FakeBus bus, FakeAdapter adapter, FakePeripheral peripheral, String address) {
        super(bus, adapter.getObjectPath() + "/dev_" + address.replace(':', '_'), "org.bluez.Device1");
        this.adapter = adapter;
        this.peripheral = peripheral;
        this.attributes = peripheral.attributes();
        begin("Address", new Variant<>(address));
        begin("AddressType", new Variant<>("random"));
        begin("Name", new Variant<>(peripheral.name()));
        begin("Alias", new Variant<>(peripheral.name()));
        begin("Adapter", new Variant<>(new DBusPath(adapter.getObjectPath())));
        begin("RSSI", new Variant<>((short) peripheral.rssi()));
        begin("Paired", new Variant<>(false));
        begin("Trusted", new Variant<>(false));
        begin("Blocked", new Variant<>(false));
        begin("LegacyPairing", new Variant<>(false));
        begin("Connected", new Variant<>(false));
        begin("ServicesResolved", new Variant<>(false));
        begin(
                "UUIDs",
                new Variant<>(
                        peripheral.advertisesService() ? new String[] {SmpGatt.SERVICE.toString()} : new String[0]));
    }

    FakePeripheral peripheral() {
        return peripheral;
    }

    /** Whether what is remembered of its attributes is what they are. */
    boolean isUpToDate() {
        return attributes == peripheral.attributes();
    }

    void heardAgain() {
        wobble = (short) (peripheral.rssi() == FakePeripheral.RSSI_UNKNOWN ? 0 : 1 - wobble);
        change("RSSI", new Variant<>((short) (peripheral.rssi() + wobble)));
    }

    synchronized Optional<GattConnection> connection() {
        return connection;
    }

    @Override
    public void Connect() {
        adapter.connecting();
        if (peripheral.takesFailure()
                || !peripheral.address().equals(Get("", "Address").getValue())) {
            throw new Error.Failed("le-connection-abort-by-local");
        }
        GattConnection made;
        try {
            made = peripheral.connect(this);
        } catch (IllegalStateException e) {
            throw new Error.Failed("le-connection-abort-by-local");
        }
        synchronized (this) {
            connection = Optional.of(made);
        }
        change("Connected", new Variant<>(true));
        if (made.isEnded()) {
            disconnected();
        }
        after(peripheral.resolving(), this::resolved);
    }

    private void resolved() {
        if (connection().isEmpty()) {
            return;
        }
        if (peripheral.objectsLate().isZero()) {
            offerAttributes();
            change("ServicesResolved", new Variant<>(true));
        } else {
            change("ServicesResolved", new Variant<>(true));
            after(peripheral.objectsLate(), this::offerAttributes);
        }
    }

    private synchronized void offerAttributes() {
        if (service.isEmpty() && peripheral.offersSmp() && connection.isPresent()) {
            service = Optional.of(new FakeService(bus(), this));
            bus().add(service.get());
            bus().add(service.get().characteristic());
        }
    }

    private static void after(Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(task, later);
        }
    }

    synchronized void forgetAttributes() {
        service.ifPresent(offered -> {
            bus().remove(offered.characteristic());
            bus().remove(offered);
        });
        service = Optional.empty();
    }

    @Override
    public void Disconnect() {
        LockSupport.parkNanos(peripheral.disconnecting().toNanos());
        peripheral.disconnected();
        connection().ifPresent(GattConnection::disconnect);
        disconnected();
    }

    @Override
    public void Pair() {
        int told = bus().agentOfCaller()
                .map(agent ->
                        agent.RequestPasskey(new DBusPath(getObjectPath())).intValue())
                .orElseThrow(() -> new Error.AuthenticationFailed("No agent"));
        if (peripheral.passkey().isPresent() && peripheral.passkey().getAsInt() != told) {
            throw new Error.AuthenticationFailed("Authentication Failed");
        }
        peripheral.paired();
        change("Paired", new Variant<>(true));
    }

    @Override
    public void notified(byte[] value) {
        Optional<FakeService> offered;
        synchronized (this) {
            offered = service;
        }
        offered.ifPresent(current -> current.characteristic().notified(value));
    }

    @Override
    public void disconnected() {
        synchronized (this) {
            if (connection.isEmpty()) {
                return;
            }
            connection = Optional.empty();
        }
        forgetAttributes();
        change("ServicesResolved", new Variant<>(false));
        change("Connected", new Variant<>(false));
    }
}
