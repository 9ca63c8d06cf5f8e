package io.github.camelsmp.simulator.flash;

/** The flash driver reported a failure, as a test asked it to. */
public final class FlashFault extends RuntimeException {

    private final Operation operation;

    /** What failed. */
    public enum Operation {
        /** Bytes could not be read. */
        READ,
        /** Bytes could not be written. */
        WRITE,
        /** A page could not be erased. */
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
