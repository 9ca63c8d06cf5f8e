package io.github.camelsmp.ble;

import java.io.IOException;

/** A connection to the SMP characteristic of one device. One thread at a time uses it. */
public interface BleLink extends AutoCloseable {

    /** Bytes of the largest write, 20 to 512: what the connection allows, or 20 as long as that is not known. */
    int largestWrite();

    /**
     * Writes without response. Blocks until the system has taken the bytes, which does not mean that they arrived.
     *
     * @param chunk 1 to {@link #largestWrite} bytes
     * @throws IOException if the system did not take them, or the connection is lost
     */
    void write(byte[] chunk) throws IOException, InterruptedException;

    /** Turns notifications off and on again, which makes a server forget half of a message it may be waiting with. */
    void resubscribe() throws IOException, InterruptedException;

    /** Ends the connection. The listener hears nothing more; closing twice does no harm. */
    @Override
    void close();
}
