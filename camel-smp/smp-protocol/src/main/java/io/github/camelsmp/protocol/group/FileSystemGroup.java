package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Group 8, file system (protocol.md 6.8). There is no command that lists or deletes files. */
public final class FileSystemGroup {

    /** The id of this group. */
    public static final int ID = 8;

    private FileSystemGroup() {}

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

    /**
     * Asks for a piece of a file; the device decides how much it sends.
     *
     * @param name absolute path with the mount point, e.g. {@code /lfs1/name}; usually at most 64 bytes
     * @param offset where the piece begins
     */
    public record Download(String name, long offset) implements ReadRequest<DownloadResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("name", name).put("off", offset).build();
        }

        @Override
        public DownloadResponse readResponse(CborMap payload) {
            return DownloadResponse.from(payload);
        }
    }

    /**
     * A piece of a file.
     *
     * @param offset where it begins
     * @param data its bytes; none behind the end of the file
     * @param raw the whole answer
     */
    public record DownloadResponse(long offset, byte[] data, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the offset or the data is missing */
        public static DownloadResponse from(CborMap raw) {
            return new DownloadResponse(raw.size("off"), raw.bytes("data"), raw);
        }

        /** Bytes of the whole file; only in the first answer. */
        public OptionalLong length() {
            return raw.optionalSize("len");
        }
    }

    /**
     * A piece of a file on its way to the device. It fills the message to the last byte; the next one begins where the
     * answer to this one says. A piece that does not begin at the end of the file on the device is refused with
     * {@code FILE_OFFSET_NOT_VALID}, and the key {@code len} beside the error tells where that end is.
     */
    public static final class Upload implements WriteRequest<UploadResponse> {

        private final Chunk chunk;

        private Upload(Chunk chunk) {
            this.chunk = chunk;
        }

        /**
         * The piece at an offset.
         *
         * @param name absolute path with the mount point, e.g. {@code /lfs1/name}; usually at most 64 bytes
         * @param offset where the piece begins; 0 creates or truncates the file
         * @param length bytes of the whole file
         * @param next the bytes of the file from {@code offset} on: {@link #room} of them, or all that are left; not
         *     copied until the message is encoded
         * @param largestMessage bytes of the largest message
         * @throws IllegalArgumentException if the message is too small
         */
        public static Upload of(String name, long offset, long length, ByteBuffer next, int largestMessage) {
            return new Upload(Chunk.of(keys(name, offset, length), next, offset, length, largestMessage)
                    .orElseThrow(() -> new IllegalArgumentException("the largest message of " + largestMessage
                            + " bytes has no room for a piece of the file " + name)));
        }

        /** How many bytes of the file fit the piece at an offset; not positive if none does. */
        public static int room(String name, long offset, long length, int largestMessage) {
            return Chunk.room(keys(name, offset, length), largestMessage);
        }

        private static CborMap keys(String name, long offset, long length) {
            return CborMap.builder()
                    .put("name", name)
                    .put("off", offset)
                    .putIf(offset == 0, "len", length)
                    .build();
        }

        /** Where this piece begins in the file. */
        public long offset() {
            return chunk.offset();
        }

        /** Where the next piece begins. */
        public long end() {
            return chunk.end();
        }

        /** Whether this piece ends the file. */
        public boolean isLast() {
            return chunk.isLast();
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return chunk.payload();
        }

        @Override
        public UploadResponse readResponse(CborMap answer) {
            return UploadResponse.from(answer);
        }

        /** If the first copy arrived, the second is refused with the offset behind it. */
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * Where the upload stands.
     *
     * @param offset bytes of the file that are on the device
     * @param raw the whole answer
     */
    public record UploadResponse(long offset, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the offset is missing */
        public static UploadResponse from(CborMap raw) {
            return new UploadResponse(raw.size("off"), raw);
        }
    }

    /**
     * Asks how long a file is.
     *
     * @param name absolute path with the mount point
     */
    public record Status(String name) implements ReadRequest<StatusResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("name", name).build();
        }

        @Override
        public StatusResponse readResponse(CborMap payload) {
            return StatusResponse.from(payload);
        }
    }

    /**
     * The length of a file.
     *
     * @param length its bytes
     * @param raw the whole answer
     */
    public record StatusResponse(long length, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the length is missing */
        public static StatusResponse from(CborMap raw) {
            return new StatusResponse(raw.size("len"), raw);
        }
    }

    /**
     * Asks for the hash or checksum of a file or of part of it.
     *
     * @param name absolute path with the mount point
     * @param type one of those that {@link HashTypes} finds, e.g. {@code sha256}; empty for the device's first
     * @param offset where the part begins
     * @param length bytes of the part, or 0 for all up to the end of the file
     */
    public record Hash(String name, String type, long offset, long length) implements ReadRequest<HashResponse> {

        /** Asks for the hash of a whole file. */
        public Hash(String name, String type) {
            this(name, type, 0, 0);
        }

        @Override
        public int command() {
            return 2;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .put("name", name)
                    .putIf(!type.isEmpty(), "type", type)
                    .putIf(offset != 0, "off", offset)
                    .putIf(length != 0, "len", length)
                    .build();
        }

        @Override
        public HashResponse readResponse(CborMap payload) {
            return HashResponse.from(payload);
        }

        /** The device reads the whole file. */
        @Override
        public Patience patience() {
            return Patience.ERASE;
        }
    }

    /**
     * The hash or checksum of a file.
     *
     * @param type what it is, e.g. {@code crc32}
     * @param offset where the part begins that it covers
     * @param length bytes of that part
     * @param raw the whole answer
     */
    public record HashResponse(String type, long offset, long length, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if type, length or hash is missing */
        public static HashResponse from(CborMap raw) {
            if (!raw.has("output")) {
                throw new SmpProtocolException(
                        "key 'output' is missing, there are " + raw.asMap().keySet());
            }
            return new HashResponse(raw.text("type"), raw.optionalSize("off").orElse(0), raw.size("len"), raw);
        }

        /** The checksum, if it is of a type whose result is a number. */
        public OptionalLong checksum() {
            return raw.asMap().get("output") instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
        }

        /** The hash, if it is of a type whose result is bytes. */
        public Optional<byte[]> digest() {
            return raw.asMap().get("output") instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
        }
    }

    /** Asks which hashes and checksums the device can compute. */
    public record HashTypes() implements ReadRequest<HashTypesResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public HashTypesResponse readResponse(CborMap payload) {
            return HashTypesResponse.from(payload);
        }
    }

    /**
     * The hashes and checksums the device can compute.
     *
     * @param types in the order of the answer
     * @param raw the whole answer
     */
    public record HashTypesResponse(List<HashType> types, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the map is missing or a type lacks its format or size */
        public static HashTypesResponse from(CborMap raw) {
            CborMap types = raw.map("types");
            return new HashTypesResponse(
                    types.asMap().keySet().stream()
                            .map(name -> HashType.from(name, types.map(name)))
                            .toList(),
                    raw);
        }
    }

    /**
     * A hash or checksum.
     *
     * @param name what {@link Hash} calls it
     * @param isNumber whether its result is a number; otherwise bytes
     * @param size bytes of its result
     * @param raw the whole entry
     */
    public record HashType(String name, boolean isNumber, int size, CborMap raw) {

        static HashType from(String name, CborMap raw) {
            return new HashType(name, raw.integer("format") == 0, raw.integer("size"), raw);
        }
    }

    /** Makes the device close the file it keeps open between pieces, so that its last bytes reach storage. */
    public record Close() implements WriteRequest<CloseResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public CloseResponse readResponse(CborMap payload) {
            return CloseResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * No file is open.
     *
     * @param raw the whole answer
     */
    public record CloseResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static CloseResponse from(CborMap raw) {
            return new CloseResponse(raw);
        }
    }
}
