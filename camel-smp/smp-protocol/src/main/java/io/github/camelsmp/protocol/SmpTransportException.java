package io.github.camelsmp.protocol;

/** The line to a device could not be opened, or it broke. */
public final class SmpTransportException extends SmpException {

    public SmpTransportException(String address, String message) {
        super(address, message, null);
    }

    public SmpTransportException(String address, String message, Throwable cause) {
        super(address, message, cause);
    }
}
