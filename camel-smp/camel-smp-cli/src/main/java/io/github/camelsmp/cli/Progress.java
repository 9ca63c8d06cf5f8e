package io.github.camelsmp.cli;

import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UpgradeListener;

/** Shows people how far something is, whichever way the client tells. */
interface Progress extends UpgradeListener, AutoCloseable {

    /** Shows nothing. */
    Progress NONE = new Progress() {};

    /** The same for what has one part only. */
    default ProgressListener single() {
        return (offset, length) -> progress(0, offset, length);
    }

    /** Nothing more comes; the next line is somebody else's. */
    @Override
    default void close() {}
}
