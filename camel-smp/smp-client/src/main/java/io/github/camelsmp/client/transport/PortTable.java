package io.github.camelsmp.client.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The table of ports that the native part of jSerialComm keeps. Listing the ports frees the entries of all that are not
 * open at that moment, also of one that is just being opened, or closed while a read of it has yet to return; whoever
 * uses such an entry takes the whole process along. So ports are listed only while none opens or closes.
 */
public final class PortTable {

    /** The native table is one for the process, and so is this. */
    public static final PortTable OF_THIS_PROCESS = new PortTable(() -> List.of(SerialPort.getCommPorts()));

    private static final int ALL = Integer.MAX_VALUE;

    /** A driver may hold a closing port for as long as it has bytes to send. */
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final Supplier<List<SerialPort>> listing;
    private final Semaphore changes = new Semaphore(ALL, true);
    private volatile List<SerialPort> listed = List.of();
    private volatile boolean filled;

    /** @param listing looks at the ports, which frees the entries of those that are not open */
    PortTable(Supplier<List<SerialPort>> listing) {
        this.listing = listing;
    }

    /**
     * The ports of this machine; it takes about a millisecond to find out. While a port takes long to close, those that
     * were there before.
     */
    public List<SerialPort> list() {
        try {
            if (!changes.tryAcquire(ALL, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return listed;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return listed;
        }
        try {
            listed = listing.get();
            filled = true;
            return listed;
        } finally {
            changes.release(ALL);
        }
    }

    /** Waits while ports are listed, and holds listing off until {@link #endChange()}, which another thread may call. */
    void beginChange() {
        if (!filled) {
            // the first look at any port lists all of them
            list();
        }
        changes.acquireUninterruptibly();
    }

    void endChange() {
        changes.release();
    }
}
