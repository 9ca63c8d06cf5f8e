package io.github.camelsmp.benchmarks.echo;

import java.io.IOException;

/**
 * Sends the same bytes again and again and waits for an answer each time, with the I/O that our transports use. It knows
 * nothing of SMP, so nothing on that I/O can be much faster.
 */
interface BareLoop {

    /** Nanoseconds of each of so many round trips, one after the other. */
    long[] times(int count) throws IOException;
}
