package io.github.camelsmp.client.routine;

/** Hears how an upgrade goes, on the connection's thread; it must not block. */
public interface UpgradeListener {

    /** Hears nothing. */
    UpgradeListener NONE = new UpgradeListener() {};

    /**
     * A stage began or ended.
     *
     * @param name {@code inspect}, {@code query}, {@code decide}, {@code upload}, {@code setState}, {@code reset},
     *     {@code wait}, {@code verify} or {@code confirm}
     * @param ended false at its beginning; true at its end, good or bad
     */
    default void stage(String name, boolean ended) {}

    /**
     * The upload of an image begins, at 0 or behind what the device has of an earlier attempt, or the device answered a
     * chunk.
     *
     * @param image number of the image
     * @param offset bytes the device has
     * @param length bytes of the whole image
     */
    default void progress(int image, long offset, long length) {}

    /**
     * How many chunks may be in flight at a time, and how many are, as {@link ProgressListener#window} says of an upload.
     *
     * @param size at least 1
     * @param inFlight from 0
     */
    default void window(int size, int inFlight) {}
}
