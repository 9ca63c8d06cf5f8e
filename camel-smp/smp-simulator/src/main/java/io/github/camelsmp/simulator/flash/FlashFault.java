package io.github.camelsmp.simulator.flash;

/** The flash driver reported a failure, as a test asked it to. */
public final class FlashFault extends RuntimeException {

    private final Operation operation;

    /** What failed. */
    public enum Operation {
        READ,
        WRITE,
        ERASE
    }

    FlashFault(Operation operation) {
        super("flash " + operation + " failed, as asked", null, false, false);
        this.operation = operation;
    }

    /** What failed. */
    public Operation operation() {
        return operation;
    }
}
