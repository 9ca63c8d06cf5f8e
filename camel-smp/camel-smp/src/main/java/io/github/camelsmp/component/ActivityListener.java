package io.github.camelsmp.component;

/** Hears what the devices of a context do, on whatever thread it happens; it must not block. */
interface ActivityListener {

    /** There is a connection to a device, open or not. */
    default void opened(SharedConnection connection) {}

    /** A connection is closed for good, and counts nothing more. */
    default void closed(SharedConnection connection) {}

    /**
     * The device has more of a file, or this side of one of the device's.
     *
     * @param bytes of the file that were not there before
     */
    default void moved(LongOperation operation, long bytes) {}

    /**
     * A long operation is over.
     *
     * @param outcome what it came to, one of a handful of words
     */
    default void ended(LongOperation operation, String outcome) {}

    /** The context stops; nothing more is told. */
    default void stopped() {}
}
