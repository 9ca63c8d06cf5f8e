package io.github.camelsmp.simulator.boot;

import io.github.camelsmp.simulator.boot.SlotTrailer.Magic;

/** What the next boot does with a pair of slots. */
public enum SwapType {
    /** Nothing changes. */
    NONE,
    /** The other image runs once. */
    TEST,
    /** The other image runs from now on. */
    PERMANENT,
    /** The image that ran before comes back. */
    REVERT;

    /** What two trailers ask for. */
    static SwapType of(SlotTrailer primary, SlotTrailer secondary) {
        if (secondary.magic() == Magic.GOOD) {
            return secondary.imageOk() ? PERMANENT : TEST;
        }
        boolean unconfirmed = primary.magic() == Magic.GOOD && primary.copyDone() && !primary.imageOk();
        return unconfirmed && secondary.magic() == Magic.UNSET ? REVERT : NONE;
    }
}
