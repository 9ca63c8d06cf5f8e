package io.github.camelsmp.component;

import java.util.concurrent.CompletionException;

/** What futures wrap around the reason they failed for. */
final class Failures {

    private Failures() {}

    /** The reason itself. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
