package io.github.camelsmp.protocol;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** Fills a message with data to the last byte (protocol.md 12.3). */
public final class MessageRoom {

    private static final byte[] NOTHING = {};

    private MessageRoom() {}

    /**
     * How much data fits a request beside its other keys.
     *
     * @param rest everything but the data
     * @param dataKey the key the data will have
     * @param largestMessage bytes of the largest message, header included
     * @return bytes, 0 or more; empty if not even an empty byte string fits
     */
    public static OptionalInt forData(CborMap rest, String dataKey, int largestMessage) {
        CborMap withoutData = CborMap.builder(rest).put(dataKey, NOTHING).build();
        int overhead = SmpHeader.SIZE + Cbor.sizeOf(withoutData) - Cbor.headSize(0);
        int room = Math.min(largestMessage, SmpHeader.SIZE + 0xffff) - overhead;
        return room < 1 ? OptionalInt.empty() : OptionalInt.of(largestString(room));
    }

    /** The longest byte string whose head and bytes together fit; a byte stays unused where the head grows. */
    private static int largestString(int room) {
        int length = room - Cbor.headSize(room);
        return length + 1 + Cbor.headSize(length + 1) <= room ? length + 1 : length;
    }

    /**
     * The piece of a file that fits a request beside its other keys.
     *
     * @param file the whole file; its remaining bytes count from offset 0
     * @param offset where the piece begins, 0 to the length of the file
     * @param room as {@link #forData} found it
     * @return a view of the file, not a copy
     */
    public static ByteBuffer chunk(ByteBuffer file, long offset, int room) {
        int length = (int) Math.min(room, file.remaining() - offset);
        return file.slice(file.position() + (int) offset, length);
    }
}
