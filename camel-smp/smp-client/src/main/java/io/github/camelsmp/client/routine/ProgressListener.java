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
}
