package io.github.camelsmp.protocol;

/** A firmware file is not what it claims to be, or does not fit the device; nothing was sent. */
public final class SmpImageException extends SmpException {

    /** A file that no device would take, and what is wrong with it. */
    public SmpImageException(String message) {
        super(null, message, null);
    }

    /** A file that cannot be read, and what is wrong with it. */
    public SmpImageException(String message, Throwable cause) {
        super(null, message, cause);
    }

    /** A file that is sound but wrong for the device at {@code address}. */
    public SmpImageException(String address, String message) {
        super(address, message, null);
    }
}
