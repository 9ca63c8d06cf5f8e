package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The BlueZ that runs on a bus, and what it has. */
final class Daemon {

    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Bus bus;
    private final BooleanSupplier gone;

    Daemon(Bus bus, BooleanSupplier gone) {
        this.bus = bus;
        this.gone = gone;
    }

    /**
     * Fills a tree with what there is, and keeps it up to date from now on.
     *
     * @throws IOException if BlueZ does not run, or does not answer
     */
    void follow(ObjectTree tree, Signals.Meaning meaning) throws IOException, InterruptedException {
        new Signals(tree, owner(), meaning).listen(bus);
        tree.fill(objects());
    }

    /** The name that BlueZ has on the bus at present. */
    private String owner() throws IOException, InterruptedException {
        try {
            // a daemon that the bus can start is started by that
            objects();
            return String.valueOf(bus.call(BUS, BUS_PATH, BUS, "GetNameOwner", SHORT, gone, "s", BlueZ.SERVICE)[0]);
        } catch (BusException e) {
            throw new IOException(
                    e.says("ServiceUnknown") || e.says("NameHasNoOwner")
                            ? "BlueZ does not run (nobody is org.bluez on the D-Bus system bus): install bluez, and"
                                    + " 'systemctl start bluetooth'"
                            : "BlueZ does not answer: " + e.getMessage(),
                    e);
        }
    }

    private Map<?, ?> objects() throws IOException, InterruptedException {
        return (Map<?, ?>) bus.call("/", BlueZ.OBJECTS, "GetManagedObjects", SHORT, gone, null)[0];
    }
}
