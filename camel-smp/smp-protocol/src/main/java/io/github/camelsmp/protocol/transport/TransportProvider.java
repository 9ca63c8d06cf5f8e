package io.github.camelsmp.protocol.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the lines of one scheme; found with {@link java.util.ServiceLoader}. */
public interface TransportProvider {

    /** The word behind {@code smp:}, e.g. {@code udp}. */
    String scheme();

    /**
     * Checks an address without opening anything.
     *
     * @return the one spelling of it that every endpoint of the same device shares
     * @throws IllegalArgumentException saying what is wrong with the address
     */
    String normalise(String address);

    /**
     * Makes a line that is not open yet.
     *
     * @param address as {@link #normalise} returned it
     * @param loop the single thread that serves the connection; a transport may live on it or hand over to it
     */
    Transport create(String address, TransportOptions options, ScheduledExecutorService loop);

    /**
     * Waits until the lines that were closed so far have given back what they held of the system.
     *
     * @param limit the longest to wait
     */
    default void awaitClosed(Duration limit) {}
}
