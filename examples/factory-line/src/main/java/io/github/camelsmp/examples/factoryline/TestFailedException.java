package io.github.camelsmp.examples.factoryline;

/** A board did not do what it should. */
final class TestFailedException extends RuntimeException {

    private final String advice;

    TestFailedException(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    /** What to do with the board. */
    String advice() {
        return advice;
    }
}
