package io.github.camelsmp.client.routine;

/** The upgrade itself declines to go on, for a reason of its own. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }

    /** @param cause what the device did, or failed to do */
    Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
