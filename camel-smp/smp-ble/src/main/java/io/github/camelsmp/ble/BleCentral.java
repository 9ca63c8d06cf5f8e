package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.List;

/**
 * A radio that looks for devices and connects to them. Calls may block; scanning and connecting never go on at the same
 * time, and one connection at a time is being made. Closing it lets go of everything.
 */
public interface BleCentral extends AutoCloseable {

    /**
     * Begins to look for devices that advertise. Each advertisement is told to the listener, or those that changed
     * something.
     *
     * @throws IOException if the radio cannot look, saying why
     */
    void startScan() throws IOException, InterruptedException;

    /** Ends what {@link #startScan} began. Stopping twice does no harm. */
    void stopScan() throws IOException, InterruptedException;

    /**
     * Devices that can be connected to without being seen, because the system remembers them or holds a connection
     * already. Such a connection may be left over from a program that ended, and a connected device does not advertise.
     */
    List<BlePeer> known() throws IOException, InterruptedException;

    /**
     * Connects to a device, or takes over the connection the system holds, and turns on the notifications of its SMP
     * characteristic (protocol.md 10).
     *
     * @param peer as it was seen or known
     * @throws IOException if it came to nothing, saying why: out of reach, no SMP server, pairing required. Nothing of
     *     the connection is left then
     */
    BleLink connect(BlePeer peer, BleLinkListener listener, BleConnectOptions options)
            throws IOException, InterruptedException;

    /** Ends all connections and scans. Closing twice does no harm. */
    @Override
    void close();
}
