package io.github.camelsmp.ble.bluez;

import io.github.camelsmp.ble.BleLink;
import io.github.camelsmp.ble.BleLinkListener;
import io.github.camelsmp.ble.LettingGo;
import io.github.camelsmp.ble.LinkEnd;
import io.github.camelsmp.ble.SmpGatt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to one device. */
final class BlueZLink implements BleLink {
    private static final Logger LOG = LoggerFactory.getLogger(BlueZLink.class);

    private static final Duration WRITE = Duration.ofSeconds(10);

    /** BlueZ gives what else uses the device two seconds before it ends the connection. */
    private static final Duration LETTING_GO = Duration.ofSeconds(4);

    private static final Map<String, Variant<?>> WITHOUT_RESPONSE = Map.of("type", new Variant<>("command"));

    private final Bus bus;
    private final String device;
    private final LinkEnd end;
    private final Consumer<String> onClose;
    private volatile String characteristic = "";
    private volatile boolean connected;
    private int largestWrite = SmpGatt.SMALLEST_WRITE;

    /** @param onClose is told the path of the device */
    BlueZLink(Bus bus, String device, BleLinkListener listener, Consumer<String> onClose) {
        this.bus = bus;
        this.device = device;
        this.end = new LinkEnd(listener);
        this.onClose = onClose;
    }

    /** The path of the device. */
    String device() {
        return device;
    }

    /** How and whether it ended. */
    LinkEnd end() {
        return end;
    }

    /** BlueZ is about to connect, or is connected: from now on there is something to let go of. */
    void connecting() {
        connected = true;
        end.beginAgain();
    }

    /** The characteristic was found here. What it notifies is heard from now on. */
    void found(String path) {
        characteristic = path;
    }

    void allowsWrites(int bytes) {
        largestWrite = bytes;
    }

    void characteristicChanged(String path, Map<?, ?> changed) {
        if (path.equals(characteristic) && changed.get("Value") instanceof Variant<?> value) {
            end.notified(bytes(value.getValue()));
        }
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        List<?> list = (List<?>) value;
        byte[] array = new byte[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = ((Number) list.get(i)).byteValue();
        }
        return array;
    }

    @Override
    public int largestWrite() {
        return largestWrite;
    }

    @Override
    public void write(byte[] chunk) throws IOException, InterruptedException {
        call(characteristic, BlueZ.CHARACTERISTIC, "WriteValue", WRITE, "aya{sv}", chunk, WITHOUT_RESPONSE);
    }

    @Override
    public void resubscribe() throws IOException, InterruptedException {
        call(characteristic, BlueZ.CHARACTERISTIC, "StopNotify", WRITE, null);
        call(characteristic, BlueZ.CHARACTERISTIC, "StartNotify", WRITE, null);
    }

    /** A call that ends when the connection does. */
    Object[] call(
            String path, String interfaceName, String method, Duration limit, String signature, Object... arguments)
            throws IOException, InterruptedException {
        end.requireNotLost();
        try {
            return bus.call(path, interfaceName, method, limit, end::isLost, signature, arguments);
        } catch (BusException e) {
            end.requireNotLost();
            throw e;
        }
    }

    /**
     * Lets go of what there is of the connection; another attempt may follow. Without this the system would keep the
     * connection, even when the program is gone.
     */
    void rest() {
        if (connected && !end.isLost()) {
            LettingGo.of(
                    () -> bus.call(device, BlueZ.DEVICE, "Disconnect", LETTING_GO, () -> false, null),
                    e -> LOG.debug("{} was not let go of: {}", device, e.getMessage()));
        }
        connected = false;
    }

    @Override
    public void close() {
        if (end.close()) {
            rest();
            onClose.accept(device);
        }
    }
}
