package io.github.camelsmp.protocol;

import java.util.Optional;

/** Something between us and a device went wrong; the subclass says what. */
public abstract class SmpException extends RuntimeException {

    private final String address;

    /**
     * @param address empty where the fault is not one of a device
     * @param message one sentence for people
     * @param cause null where there is none
     */
    protected SmpException(String address, String message, Throwable cause) {
        super(address == null ? message : address + ": " + message, cause);
        this.address = address;
    }

    /** The device, e.g. {@code serial:/dev/ttyACM0}; empty where the fault is not one of a device. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
