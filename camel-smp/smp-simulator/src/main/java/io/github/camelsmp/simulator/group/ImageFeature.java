package io.github.camelsmp.simulator.group;

/** What a build of the image group has, or has not (protocol.md 6.1). */
public enum ImageFeature {
    /** The server compares what is in flash with {@code sha}, and answers {@code match}. */
    CHECK,
    /** It erases page by page as data comes, instead of all of it at the first chunk. */
    PROGRESSIVE_ERASE,
    /** {@code image} chooses a slot: 0 automatic, n for slot n − 1. */
    DIRECT_UPLOAD,
    /** Slot information is compiled in. */
    SLOT_INFO,
    /** Slot information tells how much of a slot an image may fill. */
    MAX_IMAGE_SIZE,
    /** Flags that are false are left out of the list. */
    FRUGAL_LIST,
    /** An image that does not run may be made permanent. */
    CONFIRM_INACTIVE,
    /** {@code upgrade} looks at the build number, too. */
    COMPARE_BUILD,
    /** An image that is set to boot is safe from uploads and erases, as in older servers. */
    KEEP_PENDING
}
