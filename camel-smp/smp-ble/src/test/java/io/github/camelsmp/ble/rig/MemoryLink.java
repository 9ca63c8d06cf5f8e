package io.github.camelsmp.ble.rig;

import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.LinkEnd;
import io.github.camelsmp.ble.SmpGatt;
import io.github.camelsmp.simulator.line.GattConnection;
import io.github.camelsmp.simulator.line.GattLine;
import java.io.IOException;
import java.util.Optional;

/** A connection of {@link MemoryCentral}. */
final class MemoryLink implements BleLink, GattLine.Central {

    private final FakePeripheral peripheral;
    private final LinkEnd end;
    private final Runnable onClose;
    private volatile Optional<GattConnection> connection = Optional.empty();

    MemoryLink(FakePeripheral peripheral, BleLinkListener listener, Runnable onClose) {
        this.peripheral = peripheral;
        this.end = new LinkEnd(listener);
        this.onClose = onClose;
    }

    void open() throws IOException {
        try {
            connection = Optional.of(peripheral.connect(this));
        } catch (IllegalStateException e) {
            throw new IOException("the device cannot be connected to: " + e.getMessage(), e);
        }
        if (!peripheral.offersSmp()) {
            throw new IOException("the device is no SMP server");
        }
        subscribe(true);
        peripheral.subscribed();
        end.established();
    }

    private void subscribe(boolean on) {
        connection.ifPresent(open -> open.subscribe(on));
    }

    @Override
    public int largestWrite() {
        return peripheral.tellsMtu()
                ? SmpGatt.largestWrite(peripheral.line().link().mtu())
                : SmpGatt.SMALLEST_WRITE;
    }

    @Override
    public void write(byte[] chunk) throws IOException {
        end.requireNotLost();
        peripheral.carry(chunk.length, () -> connection.ifPresent(open -> open.write(chunk)));
    }

    @Override
    public void resubscribe() throws IOException {
        end.requireNotLost();
        subscribe(false);
        subscribe(true);
        peripheral.subscribed();
    }

    @Override
    public void notified(byte[] value) {
        end.notified(value);
    }

    @Override
    public void disconnected() {
        end.lost("the device ended the connection, or is out of reach");
    }

    void cut() {
        peripheral.line().cut();
    }

    @Override
    public void close() {
        if (end.close()) {
            if (connection.isPresent() && !end.isLost()) {
                peripheral.disconnected();
                connection.get().disconnect();
            }
            onClose.run();
        }
    }
}
