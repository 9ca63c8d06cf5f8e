package io.github.camelsmp.simulator.group;

/**
 * How the image group was built (protocol.md 6.1).
 *
 * @param check whether the server compares what is in flash with {@code sha}, and answers {@code match}
 * @param progressiveErase whether it erases page by page as data comes, instead of all of it at the first chunk
 * @param alignment a chunk is cut to a multiple of this many bytes; 1 for every current server
 * @param directUpload whether {@code image} chooses a slot: 0 automatic, n for slot n − 1
 * @param slotInfo whether slot information is compiled in
 * @param frugal whether flags that are false are left out of the list
 * @param confirmInactive whether an image that does not run may be made permanent
 * @param compareBuild whether {@code upgrade} looks at the build number, too
 * @param keepPending whether an image that is set to boot is safe from uploads and erases, as in older servers
 * @param maxImageSize whether slot information tells how much of a slot an image may fill
 */
public record ImageOptions(
        boolean check,
        boolean progressiveErase,
        int alignment,
        boolean directUpload,
        boolean slotInfo,
        boolean frugal,
        boolean confirmInactive,
        boolean compareBuild,
        boolean keepPending,
        boolean maxImageSize) {

    /** A current server with the image check. */
    public static final ImageOptions DEFAULT =
            new ImageOptions(true, false, 1, false, true, false, true, false, false, true);

    public ImageOptions {
        if (alignment < 1) {
            throw new IllegalArgumentException("alignment is " + alignment + ", it must be positive");
        }
    }

    /** The same server, with or without the image check. */
    public ImageOptions withCheck(boolean on) {
        return new ImageOptions(
                on,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, erasing as data comes. */
    public ImageOptions withProgressiveErase(boolean on) {
        return new ImageOptions(
                check,
                on,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, cutting chunks. */
    public ImageOptions withAlignment(int bytes) {
        return new ImageOptions(
                check,
                progressiveErase,
                bytes,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, where {@code image} chooses a slot. */
    public ImageOptions withDirectUpload(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                on,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, with or without slot information. */
    public ImageOptions withSlotInfo(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                on,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, leaving out flags that are false. */
    public ImageOptions withFrugalList(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                on,
                confirmInactive,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, letting only a running image be made permanent, or any. */
    public ImageOptions withConfirmInactive(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                on,
                compareBuild,
                keepPending,
                maxImageSize);
    }

    /** The same server, comparing build numbers. */
    public ImageOptions withCompareBuild(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                on,
                keepPending,
                maxImageSize);
    }

    /** The same server, refusing uploads and erases of a slot that is set to boot, or allowing them. */
    public ImageOptions withKeepPending(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                on,
                maxImageSize);
    }

    /** The same server, telling how much of a slot an image may fill, or not. */
    public ImageOptions withMaxImageSize(boolean on) {
        return new ImageOptions(
                check,
                progressiveErase,
                alignment,
                directUpload,
                slotInfo,
                frugal,
                confirmInactive,
                compareBuild,
                keepPending,
                on);
    }
}
