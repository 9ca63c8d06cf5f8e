package io.github.camelsmp.ble.rig;

import io.github.camelsmp.simulator.DeviceState;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.GattConnection;
import io.github.camelsmp.simulator.line.GattLine;
import io.github.camelsmp.simulator.line.RadioLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** A simulated device as the fake radios reach it, and everything that may go wrong with it. */
public final class FakePeripheral {

    /** What a radio says that cannot tell how strong a device is. */
    public static final int RSSI_UNKNOWN = 127;

    private final GattLine line;
    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final AtomicInteger connects = new AtomicInteger();
    private final AtomicInteger disconnects = new AtomicInteger();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger attributes = new AtomicInteger();
    private volatile String name;
    private volatile String address;
    private volatile Optional<String> addressAfterReset = Optional.empty();
    private volatile int rssi = -60;
    private volatile boolean advertisesService = true;
    private volatile boolean tellsMtu = true;
    private volatile boolean offersSmp = true;
    private volatile boolean attributesMoveAtReset;
    private volatile OptionalInt passkey = OptionalInt.empty();
    private volatile boolean paired;
    private volatile Duration resolving = Duration.ZERO;
    private volatile Duration objectsLate = Duration.ZERO;
    private volatile Optional<DBusExecutionException> subscriptionError = Optional.empty();
    private volatile Duration subscribing = Duration.ZERO;
    private volatile Duration disconnecting = Duration.ZERO;
    private volatile int connectsToFail;
    private volatile int cutAfterWrites = -1;
    private volatile Optional<GattLine.Central> central = Optional.empty();

    /**
     * A device within reach.
     *
     * @param name what it advertises
     * @param reassembly whether its server puts messages of several writes together
     */
    public FakePeripheral(SimulatedDevice device, String name, String address, RadioLink link, boolean reassembly) {
        this.name = name;
        this.address = address;
        this.line = device.openGatt(link, reassembly);
        device.observe(this::changed);
    }

    private void changed(DeviceState state) {
        if (state == DeviceState.BOOTING) {
            addressAfterReset.ifPresent(other -> address = other);
            if (attributesMoveAtReset) {
                attributes.incrementAndGet();
            }
        }
    }

    /** From the next reset on it is somebody else to those who go by addresses. */
    public FakePeripheral addressAfterReset(String value) {
        addressAfterReset = Optional.of(value);
        return this;
    }

    /** From the next reset on its attributes are elsewhere, and what a radio remembers leads nowhere. */
    public FakePeripheral attributesMoveAtReset() {
        attributesMoveAtReset = true;
        return this;
    }

    public FakePeripheral name(String value) {
        name = value;
        return this;
    }

    public FakePeripheral rssi(int value) {
        rssi = value;
        return this;
    }

    /** It advertises its name only. */
    public FakePeripheral hidesService() {
        advertisesService = false;
        return this;
    }

    /** As BlueZ before 5.62, which has no property for it. */
    public FakePeripheral hidesMtu() {
        tellsMtu = false;
        return this;
    }

    /** It has no SMP characteristic. */
    public FakePeripheral offersNothing() {
        offersSmp = false;
        return this;
    }

    /** It lets only those subscribe who paired with this passkey. */
    public FakePeripheral protectedBy(int value) {
        passkey = OptionalInt.of(value);
        return this;
    }

    /** So many attempts to connect fail. */
    public FakePeripheral failConnects(int times) {
        connectsToFail = times;
        return this;
    }

    /** It takes so long to tell its services. */
    public FakePeripheral resolvesAfter(Duration value) {
        resolving = value;
        return this;
    }

    /** BlueZ says that services are resolved so long before it offers them. */
    public FakePeripheral objectsAfter(Duration value) {
        objectsLate = value;
        return this;
    }

    /** Turning notifications on is refused. */
    public FakePeripheral refusesSubscription(DBusExecutionException error) {
        subscriptionError = Optional.of(error);
        return this;
    }

    /** Turning notifications on takes so long. */
    public FakePeripheral subscribesAfter(Duration value) {
        subscribing = value;
        return this;
    }

    /** BlueZ takes so long to end the connection when it is told to. */
    public FakePeripheral disconnectsAfter(Duration value) {
        disconnecting = value;
        return this;
    }

    /** The connection is cut after so many more writes, once. */
    public void cutAfterWrites(int count) {
        cutAfterWrites = count;
    }

    /** Sends notifications to whoever is connected, one right after the other. */
    public void burst(List<byte[]> notifications) {
        notifications.forEach(central.orElseThrow()::notified);
    }

    /**
     * Connects.
     *
     * @throws IllegalStateException if it does not advertise
     */
    GattConnection connect(GattLine.Central other) {
        GattConnection made = line.connect(other);
        central = Optional.of(other);
        connects.incrementAndGet();
        return made;
    }

    /** Whether the connection was cut as {@link #cutAfterWrites} wants it. */
    public boolean isCut() {
        return cutAfterWrites == 0;
    }

    /** What it is to its server. */
    public GattLine line() {
        return line;
    }

    public String address() {
        return address;
    }

    /** Sizes of the writes that arrived on the bus, in bytes. */
    public List<Integer> writes() {
        return writes;
    }

    /** How often somebody connected. */
    public int connects() {
        return connects.get();
    }

    /** How often somebody ended the connection with a call. */
    public int disconnects() {
        return disconnects.get();
    }

    /** How often somebody turned notifications on. */
    public int subscriptions() {
        return subscriptions.get();
    }

    boolean isAdvertising() {
        return line.isAdvertising();
    }

    String name() {
        return name;
    }

    int rssi() {
        return rssi;
    }

    boolean advertisesService() {
        return advertisesService;
    }

    boolean tellsMtu() {
        return tellsMtu;
    }

    boolean offersSmp() {
        return offersSmp;
    }

    /** Where its attributes are at the moment; a number that stands for handles. */
    int attributes() {
        return attributes.get();
    }

    OptionalInt passkey() {
        return passkey;
    }

    boolean wantsPairing() {
        return passkey.isPresent() && !paired;
    }

    void paired() {
        paired = true;
    }

    Duration resolving() {
        return resolving;
    }

    Duration objectsLate() {
        return objectsLate;
    }

    Optional<DBusExecutionException> subscriptionError() {
        return subscriptionError;
    }

    Duration subscribing() {
        return subscribing;
    }

    Duration disconnecting() {
        return disconnecting;
    }

    boolean takesFailure() {
        return connectsToFail > 0 && connectsToFail-- > 0;
    }

    void disconnected() {
        disconnects.incrementAndGet();
    }

    void subscribed() {
        subscriptions.incrementAndGet();
    }

    /**
     * A write that arrives on the bus is counted before it is carried on, since its answer may be there at once; the
     * connection is cut if that was the last one it was to live for.
     */
    void carry(int bytes, Runnable write) {
        writes.add(bytes);
        write.run();
        if (cutAfterWrites > 0 && --cutAfterWrites == 0) {
            line.cut();
        }
    }
}
