package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.nio.ByteBuffer;

/** Group 64 as Intercreate uses it: images for other processors behind the device (protocol.md 6.64). */
public final class IntercreateGroup {

    /** The id of this group. */
    public static final int ID = 64;

    private IntercreateGroup() {}

    private interface WriteRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    /** A piece of a file. It fills the message to the last byte; the next one begins where the answer to this one says. */
    public static final class Upload implements WriteRequest<UploadResponse> {

        private final Chunk chunk;

        private Upload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The first piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param sha256 hash of the file; empty leaves it out
         * @param image number of the image
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static Upload first(ByteBuffer file, byte[] sha256, int image, int largestMessage) {
            CborMap keys = CborMap.builder()
                    .put("image", image)
                    .putIf(sha256.length > 0, "sha", sha256)
                    .build();
            return new Upload(Chunk.first(keys, file, largestMessage));
        }

        /**
         * Any other piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param offset where the piece begins: above 0, below the length of the file
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static Upload following(ByteBuffer file, long offset, int largestMessage) {
            return new Upload(Chunk.following(file, offset, largestMessage));
        }

        /** Where this piece begins in the file. */
        public long offset() {
            return chunk.offset();
        }

        /** Where the next piece begins if the device takes all of this one. */
        public long end() {
            return chunk.end();
        }

        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return chunk.payload();
        }

        @Override
        public UploadResponse readResponse(CborMap answer) {
            return UploadResponse.from(answer);
        }

        @Override
        public Patience patience() {
            return chunk.patience();
        }
    }

    /**
     * Where the upload stands.
     *
     * @param offset where the device wants the next piece to begin
     * @param raw the whole answer
     */
    public record UploadResponse(long offset, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the offset is missing */
        public static UploadResponse from(CborMap raw) {
            return new UploadResponse(raw.size("off"), raw);
        }
    }
}
