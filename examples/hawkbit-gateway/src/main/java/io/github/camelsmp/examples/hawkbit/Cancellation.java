package io.github.camelsmp.examples.hawkbit;

/** What becomes of the wish to cancel an action. */
public enum Cancellation {
    /** Nothing had begun. */
    DONE,
    /** The upgrade is to be stopped; what becomes of that is told when it has ended. */
    STOP,
    /** It is being stopped, or was; there is nothing to tell. */
    UNDER_WAY,
    /** Too late. */
    REFUSED
}
