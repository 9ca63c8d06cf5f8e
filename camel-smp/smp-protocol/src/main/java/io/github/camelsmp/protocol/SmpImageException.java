package io.github.camelsmp.protocol;

/** A firmware file is not what it claims to be, or does not fit the device; nothing was sent. */
public final class SmpImageException extends SmpException {

    public SmpImageException(String message) {
        super(null, message, null);
    }

    public SmpImageException(String message, Throwable cause) {
        super(null, message, cause);
    }

    /** A file that is sound but wrong for the device at {@code address}. */
    public SmpImageException(String address, String message) {
        super(address, message, null);
    }
}
