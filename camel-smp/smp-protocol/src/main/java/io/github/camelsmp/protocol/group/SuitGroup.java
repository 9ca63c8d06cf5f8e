package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Group 66, SUIT updates of the nRF54H20 (protocol.md 6.66). */
public final class SuitGroup {

    /** The id of this group. */
    public static final int ID = 66;

    private SuitGroup() {}

    private interface ReadRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        default int group() {
            return ID;
        }
    }

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

    /** Asks which manifests the device knows. */
    public record ManifestList() implements ReadRequest<ManifestListResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public ManifestListResponse readResponse(CborMap payload) {
            return ManifestListResponse.from(payload);
        }
    }

    /**
     * The manifests of the device.
     *
     * @param roles their roles, in the order of the answer
     * @param raw the whole answer
     */
    public record ManifestListResponse(List<Integer> roles, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its role */
        public static ManifestListResponse from(CborMap raw) {
            return new ManifestListResponse(
                    raw.maps("manifests").stream()
                            .map(manifest -> manifest.integer("role"))
                            .toList(),
                    raw);
        }
    }

    /**
     * Asks about a manifest.
     *
     * @param role one of those that {@link ManifestList} finds
     */
    public record ManifestState(int role) implements ReadRequest<ManifestStateResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("role", role).build();
        }

        @Override
        public ManifestStateResponse readResponse(CborMap payload) {
            return ManifestStateResponse.from(payload);
        }
    }

    /**
     * What the device says of a manifest; any of it may be missing.
     *
     * @param raw the whole answer
     */
    public record ManifestStateResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static ManifestStateResponse from(CborMap raw) {
            return new ManifestStateResponse(raw);
        }

        /** Its class, a UUID of 16 bytes. */
        public Optional<byte[]> classId() {
            return raw.optionalBytes("class_id");
        }

        /** Its vendor, a UUID of 16 bytes. */
        public Optional<byte[]> vendorId() {
            return raw.optionalBytes("vendor_id");
        }

        /** Number of the policy against older versions. */
        public OptionalLong downgradePreventionPolicy() {
            return raw.optionalNumber("downgrade_prevention_policy");
        }

        /** Number of the policy for updates of it alone. */
        public OptionalLong independentUpdateabilityPolicy() {
            return raw.optionalNumber("independent_updateability_policy");
        }

        /** Number of the policy for signatures. */
        public OptionalLong signatureVerificationPolicy() {
            return raw.optionalNumber("signature_verification_policy");
        }

        /** Its hash. */
        public Optional<byte[]> digest() {
            return raw.optionalBytes("digest");
        }

        /** Number of the algorithm of its hash. */
        public OptionalLong digestAlgorithm() {
            return raw.optionalNumber("digest_algorithm");
        }

        /** Number of what checking its signature came to. */
        public OptionalLong signatureCheck() {
            return raw.optionalNumber("signature_check");
        }

        /** Its sequence number. */
        public OptionalLong sequenceNumber() {
            return raw.optionalNumber("sequence_number");
        }

        /** Its version, number by number; none if the device did not say. */
        public List<Long> semanticVersion() {
            return raw.has("semantic_version") ? raw.numbers("semantic_version") : List.of();
        }
    }

    /** A piece of an envelope. It fills the message to the last byte; the next one begins where the answer to this one says. */
    public static final class EnvelopeUpload implements WriteRequest<UploadResponse> {

        private final Chunk chunk;

        private EnvelopeUpload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The first piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param deferInstall whether installation waits for {@link #beginInstall}
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static EnvelopeUpload first(ByteBuffer file, boolean deferInstall, int largestMessage) {
            CborMap keys =
                    CborMap.builder().putIf(deferInstall, "defer_install", true).build();
            return new EnvelopeUpload(Chunk.first(keys, file, largestMessage));
        }

        /**
         * Any other piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param offset where the piece begins: above 0, below the length of the file
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static EnvelopeUpload following(ByteBuffer file, long offset, int largestMessage) {
            return new EnvelopeUpload(Chunk.following(file, offset, largestMessage));
        }

        /** Starts the installation that the first piece deferred. */
        public static EnvelopeUpload beginInstall() {
            return new EnvelopeUpload(Chunk.first(CborMap.EMPTY, ByteBuffer.allocate(0), Integer.MAX_VALUE));
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
            return 2;
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
     * Where an upload of any kind stands.
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

    /** Asks whether the installation waits for an image. */
    public record MissingImagePoll() implements ReadRequest<MissingImagePollResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public MissingImagePollResponse readResponse(CborMap payload) {
            return MissingImagePollResponse.from(payload);
        }
    }

    /**
     * The image the installation waits for.
     *
     * @param raw the whole answer, empty if it waits for none
     */
    public record MissingImagePollResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static MissingImagePollResponse from(CborMap raw) {
            return new MissingImagePollResponse(raw);
        }

        /** What {@link MissingImageUpload} has to name; empty if no image is wanted. */
        public OptionalLong sessionId() {
            return raw.optionalNumber("stream_session_id");
        }

        /** Which image, usually the name of a file; empty if no image is wanted. */
        public Optional<byte[]> resourceId() {
            return raw.optionalBytes("resource_id");
        }
    }

    /** A piece of an image the installation waits for. It fills the message to the last byte; the next one begins where the answer to this one says. */
    public static final class MissingImageUpload implements WriteRequest<UploadResponse> {

        private final Chunk chunk;

        private MissingImageUpload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The first piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param sessionId what {@link MissingImagePoll} was told
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static MissingImageUpload first(ByteBuffer file, long sessionId, int largestMessage) {
            CborMap keys = CborMap.builder().put("stream_session_id", sessionId).build();
            return new MissingImageUpload(Chunk.first(keys, file, largestMessage));
        }

        /**
         * Any other piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param offset where the piece begins: above 0, below the length of the file
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static MissingImageUpload following(ByteBuffer file, long offset, int largestMessage) {
            return new MissingImageUpload(Chunk.following(file, offset, largestMessage));
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
            return 4;
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

    /** A piece of what is put into a cache before the envelope comes. It fills the message to the last byte; the next one begins where the answer to this one says. */
    public static final class CacheUpload implements WriteRequest<UploadResponse> {

        private final Chunk chunk;

        private CacheUpload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The first piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param targetId number of the cache partition
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static CacheUpload first(ByteBuffer file, int targetId, int largestMessage) {
            CborMap keys = CborMap.builder().put("target_id", targetId).build();
            return new CacheUpload(Chunk.first(keys, file, largestMessage));
        }

        /**
         * Any other piece.
         *
         * @param file the whole file, its remaining bytes; not copied until the message is encoded
         * @param offset where the piece begins: above 0, below the length of the file
         * @param largestMessage bytes of the largest message
         * @throws SmpImageException if the message is too small
         */
        public static CacheUpload following(ByteBuffer file, long offset, int largestMessage) {
            return new CacheUpload(Chunk.following(file, offset, largestMessage));
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
            return 5;
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

    /** Discards what an installation left behind. */
    public record CleanUp() implements WriteRequest<CleanUpResponse> {
        @Override
        public int command() {
            return 6;
        }

        @Override
        public CleanUpResponse readResponse(CborMap payload) {
            return CleanUpResponse.from(payload);
        }
    }

    /**
     * Nothing is left behind.
     *
     * @param raw the whole answer
     */
    public record CleanUpResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static CleanUpResponse from(CborMap raw) {
            return new CleanUpResponse(raw);
        }
    }
}
