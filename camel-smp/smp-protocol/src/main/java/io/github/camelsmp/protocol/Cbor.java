package io.github.camelsmp.protocol;

/**
 * The one place where payloads become bytes and bytes payloads (protocol.md 2).
 *
 * <p>The codec is our own because SMP wants what general ones do not give: canonical output in an array of exactly the
 * right size, so that a byte of firmware is copied once, and texts cut in the middle of a character accepted as they
 * are.
 */
public final class Cbor {

    /** How many maps and lists may be nested in each other, in an answer or a request. */
    public static final int MAX_DEPTH = 32;

    private Cbor() {}

    /** Definite lengths, shortest forms, keys sorted by encoded length and then bytewise. */
    public static byte[] encode(CborMap map) {
        return encode(map, 0);
    }

    /** As {@link #encode(CborMap)}, with {@code reserved} bytes left free in front. */
    public static byte[] encode(CborMap map, int reserved) {
        CborWriter writer = new CborWriter(reserved + sizeOf(map), reserved);
        writer.value(map.asMap());
        return writer.bytes();
    }

    /** How many bytes {@link #encode(CborMap)} makes of a map. */
    public static int sizeOf(CborMap map) {
        return CborSize.of(map.asMap());
    }

    /** How many bytes stand in front of a string of {@code length} bytes, or for the number {@code length}. */
    public static int headSize(long length) {
        return CborSize.head(length);
    }

    /**
     * Reads one map, definite or indefinite at every level; no bytes at all count as the empty map. Texts that are not
     * UTF-8 are read with replacement characters, tags are skipped, and of a key that comes twice the last one counts.
     *
     * @throws SmpProtocolException if the bytes are not one map with text keys, or nest deeper than {@link #MAX_DEPTH}
     */
    public static CborMap decode(byte[] source, int offset, int length) {
        if (length == 0) {
            return CborMap.EMPTY;
        }
        return CborMap.ofDecoded(new CborReader(source, offset, length).onlyMap());
    }
}
