package io.github.camelsmp.protocol;

/** What a message is: the lowest three bits of its first byte. */
public enum SmpOp {
    /** A client asks. */
    READ(0),
    /** A server answers a read. */
    READ_RESPONSE(1),
    /** A client changes something, or asks in the customary way. */
    WRITE(2),
    /** A server answers a write. */
    WRITE_RESPONSE(3);

    private final int code;

    SmpOp(int code) {
        this.code = code;
    }

    /** The number on the wire, 0 to 3. */
    public int code() {
        return code;
    }

    /** Whether a client sends it. */
    public boolean isRequest() {
        return this == READ || this == WRITE;
    }

    /**
     * What answers this request.
     *
     * @throws IllegalStateException if this is a response already
     */
    public SmpOp response() {
        return switch (this) {
            case READ -> READ_RESPONSE;
            case WRITE -> WRITE_RESPONSE;
            case READ_RESPONSE, WRITE_RESPONSE -> throw new IllegalStateException(this + " has no response");
        };
    }

    /**
     * The operation with this number.
     *
     * @throws SmpProtocolException for 4 to 7, which no server defines
     */
    public static SmpOp of(int code) {
        return switch (code) {
            case 0 -> READ;
            case 1 -> READ_RESPONSE;
            case 2 -> WRITE;
            case 3 -> WRITE_RESPONSE;
            default ->
                throw new SmpProtocolException("byte 0 of the header names operation " + code + ", known are 0 to 3");
        };
    }
}
