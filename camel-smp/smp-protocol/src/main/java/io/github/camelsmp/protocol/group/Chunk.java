package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.MessageRoom;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpRequest;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A piece of a file in a request that it fills to the last byte (protocol.md 12.3).
 *
 * @param offset where it begins in the file
 * @param end where it ends
 * @param isLast whether the file ends there too
 * @param payload all keys of the request
 */
record Chunk(long offset, long end, boolean isLast, CborMap payload) {

    private static final String DATA = "data";

    /**
     * The piece that fits beside some keys.
     *
     * @param keys everything but the data
     * @param next the bytes of the file from {@code offset} on, at least as many as fit or all there are
     * @param offset where the piece begins
     * @param length bytes of the whole file
     * @return empty if not even one byte fits, or none of an empty file
     */
    static Optional<Chunk> of(CborMap keys, ByteBuffer next, long offset, long length, int largestMessage) {
        int room = room(keys, largestMessage);
        if (room < Math.min(1, next.remaining())) {
            return Optional.empty();
        }
        ByteBuffer data = MessageRoom.chunk(next, 0, room);
        long end = offset + data.remaining();
        CborMap payload = CborMap.builder(keys).put(DATA, data).build();
        return Optional.of(new Chunk(offset, end, end == length, payload));
    }

    /**
     * The first piece of a firmware file.
     *
     * @throws SmpImageException if the message is too small
     */
    static Chunk first(CborMap keys, ByteBuffer file, int largestMessage) {
        CborMap all = firstKeys(keys, file);
        return of(all, file, 0, file.remaining(), largestMessage).orElseThrow(() -> tooSmall(largestMessage));
    }

    /** What every first piece tells beside its data. */
    static CborMap firstKeys(CborMap keys, ByteBuffer file) {
        return CborMap.builder(keys).put("off", 0).put("len", file.remaining()).build();
    }

    /**
     * Any other piece of a firmware file.
     *
     * @throws SmpImageException if the message is too small
     */
    static Chunk following(ByteBuffer file, long offset, int largestMessage) {
        if (offset <= 0 || offset >= file.remaining()) {
            throw new IllegalArgumentException(
                    "offset " + offset + " is not within a file of " + file.remaining() + " bytes");
        }
        CborMap keys = CborMap.builder().put("off", offset).build();
        ByteBuffer next = MessageRoom.chunk(file, offset, file.remaining());
        return of(keys, next, offset, file.remaining(), largestMessage).orElseThrow(() -> tooSmall(largestMessage));
    }

    private static SmpImageException tooSmall(int largestMessage) {
        return new SmpImageException(
                "the largest message of " + largestMessage + " bytes has no room for a piece of the file");
    }

    /** Devices erase before the first answer, and write what is left or take a hash before the last one. */
    SmpRequest.Patience patience() {
        if (offset == 0) {
            return SmpRequest.Patience.ERASE;
        }
        return isLast ? SmpRequest.Patience.LAST_CHUNK : SmpRequest.Patience.REQUEST;
    }

    /** Bytes that fit beside some keys, 0 if none does, and -1 if not even the keys fit. */
    static int room(CborMap keys, int largestMessage) {
        return MessageRoom.forData(keys, DATA, largestMessage).orElse(-1);
    }
}
