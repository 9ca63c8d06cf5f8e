package io.github.camelsmp.client.routine;

/**
 * Hears how far a routine is, on the connection's thread; it must not block. It is told first where the routine begins:
 * at 0, or behind what the device has of an earlier attempt; then again after every answer.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * @param offset bytes the device has confirmed
     * @param length bytes of the whole
     */
    void progress(long offset, long length);

    /**
     * How many requests may be in flight at a time, and how many are. Told whenever more could have been sent.
     *
     * @param size at least 1; unless it was fixed it follows what the line and the device bear
     * @param inFlight from 0, when nothing may be sent for a while; for a moment more than {@code size} that has shrunk
     */
    default void window(int size, int inFlight) {}
}
