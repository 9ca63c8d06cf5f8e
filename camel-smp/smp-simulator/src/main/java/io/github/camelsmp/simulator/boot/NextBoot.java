package io.github.camelsmp.simulator.boot;

/**
 * What the application believes the next boot will start, for one image.
 *
 * @param slot number of the slot within the image
 * @param kind why that slot
 */
public record NextBoot(int slot, Kind kind) {

    /** Why that slot. */
    public enum Kind {
        /** It is there to stay. */
        NORMAL,
        /** It is to run once. */
        TEST,
        /** The running image was not confirmed. */
        REVERT
    }
}
