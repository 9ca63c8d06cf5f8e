package io.github.camelsmp.protocol;

/** What came back cannot be an answer. */
public final class SmpProtocolException extends SmpException {

    /** A fault in bytes of which it is not said here where they came from. */
    public SmpProtocolException(String message) {
        super(null, message, null);
    }

    /** A fault in bytes of which it is not said here where they came from. */
    public SmpProtocolException(String message, Throwable cause) {
        super(null, message, cause);
    }

    /** The same fault, with the device it came from. */
    public SmpProtocolException(String address, String message, Throwable cause) {
        super(address, message, cause);
    }
}
