package io.github.camelsmp.client.routine;

/** Hears how far a routine is. Called on the connection's thread after every answer; it must not block. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * @param offset bytes the device has confirmed
     * @param length bytes of the whole
     */
    void progress(long offset, long length);
}
