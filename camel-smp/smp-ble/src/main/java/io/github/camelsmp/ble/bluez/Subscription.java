package io.github.camelsmp.ble.bluez;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Turning notifications on. It is the first thing a protected device refuses, and the only refusal it tells: what is
 * written to it without response just vanishes.
 */
final class Subscription {

    /** Insufficient authentication, authorization, key size, encryption, and what BlueZ makes of it without an agent. */
    private static final List<String> PAIRING_WANTED = List.of(
            "0x05", "0x08", "0x0c", "0x0f", "0x0e", "NotPermitted", "NotAuthorized", "uthentication", "Not paired");

    /** Invalid handle, attribute not found, request not supported: the attributes are elsewhere. */
    private static final List<String> ELSEWHERE = List.of("0x01", "0x06", "0x0a", "NotSupported", "UnknownObject");

    private final BlueZLink link;
    private final ObjectTree tree;
    private final String characteristic;

    Subscription(BlueZLink link, ObjectTree tree, String characteristic) {
        this.link = link;
        this.tree = tree;
        this.characteristic = characteristic;
    }

    /** @throws IOException saying whether the device wants to be paired */
    void turnOn(Duration limit) throws IOException, InterruptedException {
        try {
            link.call(characteristic, BlueZ.CHARACTERISTIC, "StartNotify", limit, null);
        } catch (BusException e) {
            throw refused(e);
        } catch (IOException e) {
            throw link.end().isLost() && !isPaired()
                    ? new IOException(
                            "the device ended the connection when notifications were turned on; " + advice(), e)
                    : e;
        }
    }

    private IOException refused(BusException refusal) {
        if (PAIRING_WANTED.stream().anyMatch(refusal::says)) {
            return new IOException("pairing is required: " + advice() + " (" + refusal.getMessage() + ")", refusal);
        }
        if (ELSEWHERE.stream().anyMatch(refusal::says)) {
            return new StaleAttributes("notifications cannot be turned on: " + refusal.getMessage(), refusal);
        }
        if (refusal.says("no answer") && !isPaired()) {
            return new IOException(
                    "the device did not confirm that notifications are on, as when pairing waits for" + " somebody; "
                            + advice(),
                    refusal);
        }
        return new IOException("notifications cannot be turned on: " + refusal.getMessage(), refusal);
    }

    private String advice() {
        String address = Devices.peer(tree, link.device()).address();
        return isPaired()
                ? "the bond with it does not hold any more, 'bluetoothctl remove " + address + "' and pair it again"
                : "pair it once with 'bluetoothctl pair " + address + "', or say the option passkey";
    }

    private boolean isPaired() {
        return tree.is(link.device(), BlueZ.DEVICE, "Paired");
    }
}
