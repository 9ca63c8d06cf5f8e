package io.github.camelsmp.protocol;

/** The one place where payloads become bytes and bytes payloads (protocol.md 2). */
public final class Cbor {

    private Cbor() {}

    /** Definite lengths, shortest forms, keys sorted by encoded length and then bytewise. */
    public static byte[] encode(CborMap map) {
        return encode(map, 0);
    }

    /** As {@link #encode(CborMap)}, with {@code reserved} bytes left free in front. */
    public static byte[] encode(CborMap map, int reserved) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads one map, definite or indefinite at every level; no bytes at all count as the empty map.
     *
     * @throws SmpProtocolException if the bytes are not one map with text keys, or nest too deep
     */
    public static CborMap decode(byte[] source, int offset, int length) {
        throw new UnsupportedOperationException();
    }
}
