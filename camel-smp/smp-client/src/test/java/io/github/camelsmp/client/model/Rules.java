package io.github.camelsmp.client.model;

import java.util.Optional;

/** Remembers the first rule that was broken, since what is thrown inside of a future may be seen by nobody. */
final class Rules {
    private Optional<AssertionError> broken = Optional.empty();

    void require(boolean condition, String complaint, Object... arguments) {
        if (!condition) {
            AssertionError error = new AssertionError(String.format(complaint, arguments));
            broken = broken.or(() -> Optional.of(error));
            throw error;
        }
    }

    /** Complains once more. */
    void check() {
        if (broken.isPresent()) {
            throw broken.get();
        }
    }
}
