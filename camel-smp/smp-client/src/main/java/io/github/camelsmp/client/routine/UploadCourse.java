package io.github.camelsmp.client.routine;

import java.util.Optional;

/** Decides what the answers to the chunks of a {@link ChunkStream} mean for the upload as a whole. */
interface UploadCourse {

    /** The device has the upload up to {@link ChunkStream#taken}. */
    void progressed(Optional<Boolean> match);

    /** The device wants to go on from {@link ChunkStream#taken}, not from behind the chunk at {@code offset}. */
    void gap(long offset);

    /**
     * The device has forgotten the upload.
     *
     * @param complete whether it may have done so because it had all of it
     */
    void forgotten(boolean complete);

    /** As many chunks are in flight as may be. */
    void filled(int window, int inFlight);

    /** A chunk came to nothing. */
    void setBack(RuntimeException failure);
}
