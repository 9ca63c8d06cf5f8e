package io.github.camelsmp.protocol;

/** The device answered with an error. */
public final class SmpErrorException extends SmpException {

    private final SmpError error;
    private final CborMap payload;

    /**
     * @param asked what was asked, e.g. {@code image erase (group 1, command 5)}
     * @param error what the device said
     * @param payload the whole answer; some errors carry data beside them
     */
    public SmpErrorException(String address, String asked, SmpError error, CborMap payload) {
        super(address, asked + " was refused with " + error.describe(), null);
        this.error = error;
        this.payload = payload;
    }

    /** What the device said. */
    public SmpError error() {
        return error;
    }

    /** The group whose table {@link #code()} belongs to, or {@link SmpError#NO_GROUP} for the common one. */
    public int group() {
        return error.group();
    }

    /** The number, never 0; negative where a server leaks an errno. */
    public int code() {
        return error.code();
    }

    /** The name of the number in Zephyr's sources, e.g. {@code NO_FREE_SLOT}; the number as text if there is none. */
    public String codeName() {
        return error.codeName();
    }

    /** The whole answer, with what it carries beside the error. */
    public CborMap payload() {
        return payload;
    }
}
