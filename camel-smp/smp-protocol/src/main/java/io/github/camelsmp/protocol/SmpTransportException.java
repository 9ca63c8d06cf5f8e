package io.github.camelsmp.protocol;

/** The line to a device could not be opened, or it broke. */
public final class SmpTransportException extends SmpException {

    /** A line that broke or cannot be used, and why. */
    public SmpTransportException(String address, String message) {
        super(address, message, null);
    }

    /** A line that broke or cannot be used, and what the system said. */
    public SmpTransportException(String address, String message, Throwable cause) {
        super(address, message, cause);
    }
}
