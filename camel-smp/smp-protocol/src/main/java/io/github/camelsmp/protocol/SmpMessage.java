package io.github.camelsmp.protocol;

/**
 * One SMP message: a header and the map behind it.
 *
 * @param header its {@code length} counts the encoded payload
 * @param payload the map, never null
 */
public record SmpMessage(SmpHeader header, CborMap payload) {

    private static final int LONGEST = SmpHeader.SIZE + 0xffff;

    /**
     * The bytes of a request, ready for a transport.
     *
     * @throws SmpProtocolException if the payload is longer than the header can say
     */
    public static byte[] encode(SmpRequest<?> request, SmpVersion version, int sequence) {
        return encode(version, request.op(), request.group(), sequence, request.command(), request.payload());
    }

    /** The bytes of a server's answer to {@code request}, with definite lengths. */
    public static byte[] encodeResponse(SmpHeader request, CborMap payload) {
        return encode(
                request.version(),
                request.op().response(),
                request.group(),
                request.sequence(),
                request.command(),
                payload);
    }

    private static byte[] encode(SmpVersion version, SmpOp op, int group, int sequence, int command, CborMap payload) {
        byte[] message = Cbor.encode(payload, SmpHeader.SIZE);
        if (message.length > LONGEST) {
            throw new SmpProtocolException(
                    "the message has " + message.length + " bytes, SMP has none beyond " + LONGEST);
        }
        new SmpHeader(version, op, 0, message.length - SmpHeader.SIZE, group, sequence, command).writeTo(message, 0);
        return message;
    }

    /**
     * Reads a whole message. A payload of no bytes counts as the empty map, bytes behind the declared length are
     * ignored.
     *
     * @throws SmpProtocolException if the header is incomplete, the payload is shorter than the header says, or it is
     *     not one CBOR map with text keys
     */
    public static SmpMessage decode(byte[] message) {
        SmpHeader header = SmpHeader.readFrom(message, 0, message.length);
        int available = message.length - SmpHeader.SIZE;
        if (available < header.length()) {
            throw new SmpProtocolException(
                    "the header announces " + header.length() + " bytes of payload, " + available + " are there");
        }
        return new SmpMessage(header, Cbor.decode(message, SmpHeader.SIZE, header.length()));
    }
}
