package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.time.Duration;
import org.freedesktop.dbus.DBusPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pairs a device by telling it a passkey when it asks. */
final class Pairing {
    private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Bus bus;
    private final BlueZLink link;

    Pairing(Bus bus, BlueZLink link) {
        this.bus = bus;
        this.link = link;
    }

    /** @throws IOException if the device does not take the passkey, or does not pair at all */
    void pair(int passkey, Duration limit) throws IOException, InterruptedException {
        DBusPath agent = new DBusPath(link.device().replace(BlueZ.ROOT, "/io/github/camelsmp/agent"));
        bus.export(agent.getPath(), new PairingAgent(agent.getPath(), passkey));
        try {
            link.call(BlueZ.ROOT, BlueZ.AGENT_MANAGER, "RegisterAgent", SHORT, "os", agent, "KeyboardDisplay");
            link.call(link.device(), BlueZ.DEVICE, "Pair", limit, null);
        } catch (BusException e) {
            if (!e.says("AlreadyExists")) {
                throw new IOException("pairing failed, does the passkey fit? " + e.getMessage(), e);
            }
        } finally {
            unregister(agent);
        }
    }

    private void unregister(DBusPath agent) throws InterruptedException {
        try {
            bus.call(BlueZ.ROOT, BlueZ.AGENT_MANAGER, "UnregisterAgent", SHORT, () -> false, "o", agent);
        } catch (IOException e) {
            LOG.debug("The pairing agent was not taken back: {}", e.getMessage());
        } finally {
            bus.unexport(agent.getPath());
        }
    }
}
